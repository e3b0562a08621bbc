package io.github.sim52xx.it.transcripts;

import io.github.sim52xx.cli.Cable;
import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.cli.port.TcpPort;
import io.github.sim52xx.cli.transcript.TcpWire;
import io.github.sim52xx.cli.transcript.Wire;
import io.github.sim52xx.modem.Modem;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A TCP port of the modem; each terminal is a connection to it. */
final class TcpCable implements Cable, AutoCloseable {

    private TcpPort port;

    @Override
    public Wire plug(Modem modem) throws IOException {
        if (port == null) {
            port = new TcpPort(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), ModemSource.one(modem), 1);
        }
        return new TcpWire(port.address());
    }

    @Override
    public void close() {
        if (port != null) {
            port.close();
        }
    }
}
