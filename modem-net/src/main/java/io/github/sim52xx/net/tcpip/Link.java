package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.net.HostPort;

/** A link of the modem's network: a TCP connection or a UDP port, under the number that commands call it by. */
public sealed interface Link permits StreamLink, DatagramLink {

    int number();

    /** Who is at the other end, as host code knows it; null for a UDP port that has no partner of its own. */
    HostPort remote();

    /** Where it really is on the host. */
    HostPort local();

    /** The number of the server that has accepted it, -1 if none has. */
    int server();

    /** Bytes sent so far. */
    long sent();

    /** Bytes received so far. */
    long received();

    /** Bytes that have been received and not been read. */
    int available();

    /** True if what it receives goes through as it is. */
    boolean isTransparent();

    /** Closes it, and tells nothing more of it. */
    void close();

    /** Tells nothing more of it. */
    void stop();
}
