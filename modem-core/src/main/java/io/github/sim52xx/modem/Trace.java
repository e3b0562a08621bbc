package io.github.sim52xx.modem;

/** Takes every byte that enters or leaves the modem. Thread-safe. */
public interface Trace {

    /** Takes nothing. */
    Trace NONE = (channel, outgoing, bytes, offset, length) -> {};

    /**
     * @param channel which connection: {@code "AT 1"}, {@code "SMTP 3"}
     * @param outgoing true if the modem sends
     */
    void bytes(String channel, boolean outgoing, byte[] bytes, int offset, int length);

    /** False while bytes would be taken for nothing. */
    default boolean listens() {
        return true;
    }

    /** Terminal {@code terminal} is about to execute a command line, which is given without its AT. */
    default void commandLine(int terminal, String body) {}

    /** Terminal {@code terminal} gets an unsolicited result code; its bytes come at once or later. */
    default void unsolicited(int terminal, String text) {}
}
