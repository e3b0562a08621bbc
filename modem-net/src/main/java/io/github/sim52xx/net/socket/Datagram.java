package io.github.sim52xx.net.socket;

import java.net.InetSocketAddress;

/** A UDP datagram that has been received. The bytes are not to be changed. */
public record Datagram(InetSocketAddress source, byte[] bytes) {}
