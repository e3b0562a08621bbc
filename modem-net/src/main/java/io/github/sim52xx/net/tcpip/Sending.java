package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.SocketSettings;
import io.github.sim52xx.net.socket.TcpLink;
import java.util.concurrent.CompletableFuture;

/**
 * Bytes on their way into a TCP connection. While that is full they wait, as long as +CIPCCFG tries again; then none of
 * them are sent. Confined to the modem's thread.
 */
final class Sending implements Delivery {

    /** What is confirmed when the connection has been lost. */
    private static final int DISCONNECTED = -1;

    private final Modem modem;
    private final TcpLink tcp;
    private final byte[] bytes;
    private final CompletableFuture<Integer> outcome = new CompletableFuture<>();
    private Time.Timer patience;

    Sending(Modem modem, TcpLink tcp, byte[] bytes) {
        this.modem = modem;
        this.tcp = tcp;
        this.bytes = bytes;
    }

    @Override
    public CompletableFuture<Integer> outcome() {
        return outcome;
    }

    @Override
    public void begin() {
        if (!tcp.isOpen()) {
            decide(DISCONNECTED);
        } else if (!tcp.isFull()) {
            retry();
        } else {
            SocketSettings settings = SocketSettings.of(modem);
            patience =
                    modem.timers().after(settings.retransmission().multipliedBy(settings.retries()), () -> decide(0));
        }
    }

    @Override
    public void retry() {
        if (!outcome.isDone()) {
            tcp.send(bytes);
            decide(tcp.isOpen() ? bytes.length : DISCONNECTED);
        }
    }

    @Override
    public void fail() {
        decide(DISCONNECTED);
    }

    private void decide(int count) {
        if (patience != null) {
            patience.cancel();
        }
        outcome.complete(count);
    }
}
