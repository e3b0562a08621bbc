package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.net.socket.Closing;

/**
 * Hears of the links and servers of the modem as they come and go. It is called on the modem's thread, while they do,
 * and changes nothing there.
 */
public interface SocketListener {

    /** Hears nothing. */
    SocketListener NONE = new SocketListener() {};

    /** The link is there, by a command or because a server has accepted it. */
    default void opened(Link link) {}

    /** The link is not there any more. */
    default void closed(Link link, Closing how) {}

    /** The server takes clients. */
    default void listening(Server server) {}

    /** The server takes no more clients. */
    default void stopped(Server server) {}
}
