package io.github.sim52xx.at;

import java.nio.ByteBuffer;

/** Takes the data that is typed at a prompt. Confined to the modem's thread. */
public interface DataEntry {

    /**
     * Takes bytes from {@code typed}; those it leaves there are the next command line.
     *
     * @param echo where to repeat what counts as typed
     * @return what ends the command, or null while more is wanted
     */
    Reply take(ByteBuffer typed, Echo echo);

    /** The terminal went away or the modem went off before the data was complete. */
    default void abandoned() {}

    /** Repeats bytes to the DTE if its echo is on. */
    interface Echo {
        void bytes(byte[] bytes, int offset, int length);
    }
}
