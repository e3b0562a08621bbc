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
}
