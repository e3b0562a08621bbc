package io.github.sim52xx.modem;

import java.nio.ByteBuffer;

/** Takes every byte that enters or leaves the modem. Thread-safe. */
public interface Trace {

    /** Takes nothing. */
    Trace NONE = (channel, outgoing, bytes, offset, length) -> {};

    /**
     * @param channel which connection: {@code "AT 1"}, {@code "SMTP 3"}
     * @param outgoing true if the modem sends
     */
    void bytes(String channel, boolean outgoing, byte[] bytes, int offset, int length);

    /**
     * How many bytes may pass on a mail connection before {@link #bytes} is told of them: something may have to happen
     * right there.
     *
     * @param length that many are about to, more than 0
     * @return 1 to {@code length}
     */
    default int piece(String channel, boolean outgoing, int length) {
        return length;
    }

    /** False while bytes would be taken for nothing. */
    default boolean listens() {
        return true;
    }

    /** Terminal {@code terminal} is about to execute a command line, which is given without its AT. */
    default void commandLine(int terminal, String body) {}

    /** Terminal {@code terminal} has taken bytes that are data, at a prompt or in a data mode. */
    default void data(int terminal, ByteBuffer bytes) {}

    /** Terminal {@code terminal} is in data mode from now on, or its data, that of a prompt too, is complete. */
    default void dataMode(int terminal, boolean on) {}

    /** Terminal {@code terminal} gets an unsolicited result code; its bytes come at once or later. */
    default void unsolicited(int terminal, String text) {}
}
