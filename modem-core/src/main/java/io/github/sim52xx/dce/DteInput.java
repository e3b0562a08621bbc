package io.github.sim52xx.dce;

import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** The wire from a DTE: where a port puts what it reads. Every method may be called from any thread, in order. */
public interface DteInput {

    /** Hands over bytes from the DTE; the buffer belongs to the receiver from now on. */
    void receive(ByteBuffer bytes);

    /** The DTE sends nothing more: what it has asked for is answered, then the link is closed. */
    void inputEnded();

    /** The DTE has gone. */
    void closed();

    /** Circuit 108/2, DTR: on until the DTE says something else. */
    default void dataTerminalReady(boolean on) {}

    /** Circuit 105, RTS: on until the DTE says something else. */
    default void requestToSend(boolean on) {}

    /** How fast the DTE sends, in baud: as the DCE wants it until the DTE says something else. */
    default void speed(int baud) {}

    /** Tells, on any thread, how the DCE's serial line is set. */
    default void serialLine(Consumer<SerialLine> asker) {}
}
