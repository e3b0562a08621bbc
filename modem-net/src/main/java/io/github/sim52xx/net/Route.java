package io.github.sim52xx.net;

import java.net.InetSocketAddress;

/**
 * The way to a server.
 *
 * @param address where it really is
 * @param name what it is called there: the name that a certificate has to say
 * @param tls how connections to it are secured
 */
record Route(InetSocketAddress address, String name, TlsMode tls) {}
