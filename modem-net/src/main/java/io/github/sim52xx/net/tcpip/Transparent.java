package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.ConnectResult;
import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.socket.TcpLink;
import java.nio.ByteBuffer;

/**
 * The data mode of a link (+CIPMODE=1): bytes go through in both directions as they are. Either side that does not keep
 * up holds the other one back. While the DTE gives commands, what arrives waits. When the peer has closed and all has
 * arrived, the terminal is back in command mode and told {@code CLOSED}. Confined to the modem's thread.
 */
public final class Transparent implements DataSession {

    private static final int PIECE = 32 * 1024;

    private final Modem modem;
    private final StreamLink link;
    private final TcpLink tcp;
    private Line line;

    Transparent(Modem modem, StreamLink link, TcpLink tcp) {
        this.modem = modem;
        this.link = link;
        this.tcp = tcp;
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
    public void resumed() {
        if (tcp.isFull()) {
            line.holdInput(true);
        }
        goOn();
    }

    @Override
    public boolean escapable() {
        return true;
    }

    @Override
    public boolean over() {
        return !link.isTransparent();
    }

    @Override
    public void receive(ByteBuffer bytes) {
        tcp.send(bytes);
        if (tcp.isFull()) {
            line.holdInput(true);
        }
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

    void readable() {
        goOn();
    }

    void writable() {
        if (line != null) {
            line.holdInput(false);
        }
    }

    /** The connection is over; what has come before is still for the DTE. */
    void closed() {
        writable();
        goOn();
    }

    /** The connection has been closed by a command, which may be another terminal's. */
    void leave() {
        if (line != null) {
            line.leave(line.online() ? ResultCode.NO_CARRIER : null);
        }
    }

    private void goOn() {
        if (line == null) {
            return;
        }
        while (line.online() && !line.congested() && tcp.available() > 0) {
            line.send(tcp.read(PIECE));
        }
        if (!link.isOpen() && tcp.available() == 0) {
            line.leave(null);
            line = null;
            link.commandMode();
        }
    }
}
