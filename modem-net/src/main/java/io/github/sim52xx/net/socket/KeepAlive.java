package io.github.sim52xx.net.socket;

import java.io.IOException;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import jdk.net.ExtendedSocketOptions;

/** TCP's keep-alive as +CTCPKA has it. */
final class KeepAlive {

    private KeepAlive() {}

    /**
     * Switches it on.
     *
     * @param idleMinutes after how many idle minutes the peer is asked
     * @param tries how often it is asked before it counts as gone
     */
    static void set(SocketChannel channel, int idleMinutes, int tries) throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        setIfPossible(channel, ExtendedSocketOptions.TCP_KEEPIDLE, idleMinutes * 60);
        setIfPossible(channel, ExtendedSocketOptions.TCP_KEEPCOUNT, tries);
    }

    private static void setIfPossible(SocketChannel channel, SocketOption<Integer> option, int value)
            throws IOException {
        if (channel.supportedOptions().contains(option)) {
            channel.setOption(option, value);
        }
    }
}
