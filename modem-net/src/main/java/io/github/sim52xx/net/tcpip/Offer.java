package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.SocketSettings;
import io.github.sim52xx.net.socket.Closing;
import io.github.sim52xx.net.socket.TcpLink;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;

/**
 * Bytes of which a TCP connection may take a part, as much as it has room for. With +CIPSENDMODE=1 that is decided when
 * they have left. A connection that takes nothing as long as +CIPTIMEOUT allows is given up. Confined to the modem's
 * thread.
 */
final class Offer implements Delivery {

    /** What is confirmed when the connection has been lost. */
    private static final int DISCONNECTED = -1;

    private final Modem modem;
    private final TcpLink tcp;
    private final byte[] bytes;
    private final boolean waits;
    private final CompletableFuture<Integer> outcome = new CompletableFuture<>();
    private Time.Timer patience;
    private int taken;

    Offer(Modem modem, TcpLink tcp, byte[] bytes) {
        this.modem = modem;
        this.tcp = tcp;
        this.bytes = bytes;
        waits = SocketSettings.of(modem).waitsForAcknowledgement();
    }

    @Override
    public CompletableFuture<Integer> outcome() {
        return outcome;
    }

    @Override
    public void begin() {
        if (!tcp.isOpen()) {
            fail();
            return;
        }
        retry();
        if (!outcome.isDone()) {
            patience = modem.timers().after(SocketSettings.of(modem).sendTimeout(), this::giveUp);
        }
    }

    @Override
    public void retry() {
        int part = Math.min(tcp.room(), bytes.length);
        if (outcome.isDone() || taken > 0 || part == 0 && bytes.length > 0) {
            return;
        }
        tcp.send(part == bytes.length ? bytes : Arrays.copyOf(bytes, part));
        taken = part;
        if (waits) {
            tcp.tellWhenSent();
        } else {
            decide(tcp.isOpen() ? taken : DISCONNECTED);
        }
    }

    @Override
    public void sentAll() {
        decide(taken);
    }

    @Override
    public void fail() {
        decide(DISCONNECTED);
    }

    private void giveUp() {
        decide((int) Math.max(0, taken - tcp.backlog()));
        tcp.abort(Closing.SEND_TIMEOUT);
    }

    private void decide(int count) {
        if (patience != null) {
            patience.cancel();
        }
        outcome.complete(count);
    }
}
