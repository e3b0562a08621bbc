package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.ConnectResult;
import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.FinalResult;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Time;
import java.io.ByteArrayOutputStream;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;

/**
 * The data mode of a UDP port (+CIPMODE=1). What the DTE sends without a pause becomes one datagram, or several if it is
 * much; what datagrams bring goes through as it is. While the DTE gives commands, they wait. Confined to the modem's
 * thread.
 */
public final class TransparentDatagrams implements DataSession {

    /** A pause ends a datagram. */
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Modem modem;
    private final DatagramLink link;
    private final InetSocketAddress partner;
    private final ByteArrayOutputStream collected = new ByteArrayOutputStream(0);
    private Time.Timer pause = () -> {};
    private Line line;

    TransparentDatagrams(Modem modem, DatagramLink link, InetSocketAddress partner) {
        this.modem = modem;
        this.link = link;
        this.partner = partner;
    }

    /** What brings a terminal into the data mode. */
    public Reply.Online online() {
        return new Reply.Online(new ConnectResult(modem.settings().text("+IPR", 0)), this);
    }

    @Override
    public void begin(Line way) {
        line = way;
        goOn();
    }

    @Override
    public void receive(ByteBuffer bytes) {
        pause.cancel();
        while (bytes.hasRemaining()) {
            byte[] part = new byte[Math.min(bytes.remaining(), Links.MAX_CHUNK - collected.size())];
            bytes.get(part);
            collected.writeBytes(part);
            if (collected.size() == Links.MAX_CHUNK) {
                send();
            }
        }
        pause = modem.timers().after(PAUSE, this::send);
    }

    private void send() {
        if (collected.size() > 0) {
            link.send(partner, collected.toByteArray());
            collected.reset();
        }
    }

    @Override
    public boolean escapable() {
        return true;
    }

    @Override
    public boolean over() {
        return !link.isOpen();
    }

    @Override
    public void resumed() {
        goOn();
    }

    @Override
    public void drained() {
        goOn();
    }

    @Override
    public void abandoned() {
        line = null;
        link.close();
    }

    /** The port is about to be closed; the terminal is in command mode then. */
    void end(FinalResult result) {
        pause.cancel();
        send();
        if (line != null) {
            line.leave(line.online() ? result : null);
            line = null;
        }
    }

    void goOn() {
        while (line != null && line.online() && !line.congested() && link.hasCurrent()) {
            line.send(link.read(Links.MAX_CHUNK));
        }
    }
}
