package io.github.sim52xx.dce;

import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Device;
import io.github.sim52xx.at.FinalResult;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * The device behind a {@link Dce}. All methods but {@link #execute} are called on the modem's thread.
 *
 * @param <D> the device
 */
public interface DceHost<D extends Device> {

    D device();

    CommandTable<D> table();

    /** False while the device is off or boots: it neither echoes nor answers. */
    boolean answers();

    /** What is wrong with the way to the DTE, the same object for all interfaces of the device. */
    Malfunction malfunction();

    /** Why the command cannot be used now, or null if it can: {@code SIM PIN required}. */
    FinalResult refusal(Command<D> command);

    /** Runs a task on the modem's thread, from any thread. */
    void execute(Runnable task);

    /** Now, in modem time. */
    Instant now();

    /** True if the ring indicator announces unsolicited result codes. */
    boolean ringsOnUnsolicited();

    /** Runs a task on the modem's thread after a delay of modem time. */
    void after(Duration delay, Runnable task);

    /** A programming error: the command failed in a way that no document knows. */
    void fault(String line, Throwable error);

    /** A terminal is about to execute a command line, which is given without its AT. */
    default void commandLine(int terminal, String body) {}

    /** A terminal gets an unsolicited result code, now or when the command that is at work there is done. */
    default void unsolicited(int terminal, String text) {}

    /** A terminal has taken bytes from its DTE that are data, at a prompt or in a data mode. */
    default void data(int terminal, ByteBuffer bytes) {}

    /** A terminal is in data mode from now on, or its data, that of a prompt too, is complete. */
    default void dataMode(int terminal, boolean on) {}

    /** The DTE seems to do something wrong that the device would not comment. */
    void hint(String text);
}
