package io.github.sim52xx.net.socket;

import io.github.sim52xx.net.HostPort;
import java.net.InetSocketAddress;

/**
 * Hears what passes between the modem's sockets and who is at their other ends, everything at the moment from which the
 * modem may act on it: what has arrived counts when the modem sees it. Called on the modem's thread; the bytes are not to
 * be changed.
 */
public interface SocketWitness {

    /** Hears nothing. */
    SocketWitness NONE = new SocketWitness() {};

    /** What host code calls {@code target} has been found there. */
    default void found(HostPort target, InetSocketAddress there) {}

    /**
     * The modem has connected.
     *
     * @param channel the connection, as in the trace: {@code "TCP 3"}
     */
    default void connected(String channel, HostPort target, InetSocketAddress there) {}

    /** A client has connected to the modem's server on {@code port}. */
    default void accepted(String channel, int port) {}

    default void sent(String channel, byte[] bytes) {}

    default void came(String channel, byte[] bytes) {}

    /** The connection is over. */
    default void closed(String channel, Closing how) {}

    default void datagramSent(InetSocketAddress target, byte[] bytes) {}

    /** @param seen where it comes from as the modem sees it */
    default void datagramCame(InetSocketAddress source, HostPort seen, byte[] bytes) {}
}
