package io.github.sim52xx.cli.prompt;

import java.io.Closeable;

/** Where a person types lines while others appear above. {@link #show} may be called by any thread. */
interface LineInput extends Closeable {

    /** What a line was ended by. */
    enum Key {
        ENTER,
        CTRL_Z,
        ESCAPE,
        /** Ctrl-C. */
        INTERRUPT,
        /** Ctrl-D, or the end of the input. */
        END
    }

    /** What has been typed, without the key. */
    record Typed(String text, Key key) {}

    /**
     * Waits for a line.
     *
     * @param mark stands in front of it
     * @param data whether it is data, which is kept in no history and can be ended by Ctrl-Z and ESC
     */
    Typed read(String mark, boolean data);

    /** Shows a line; what is being typed stays as it is. */
    void show(String line);

    /** {@code task} runs, on any thread, when Ctrl-C is pressed while no line is being typed. */
    void onInterrupt(Runnable task);

    /** Ends {@link #read} of another thread if that is possible. */
    void interrupt();

    @Override
    void close();
}
