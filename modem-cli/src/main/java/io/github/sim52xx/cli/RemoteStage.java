package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.DeviceWire;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.Stage;
import io.github.sim52xx.cli.transcript.TcpWire;
import io.github.sim52xx.cli.transcript.Wire;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A modem somewhere else: on a TCP port, where each connection is a terminal, or on a serial port or PTY, which is one.
 * What is around it is its owner's business. Used by one thread.
 */
final class RemoteStage implements Stage, Closeable {

    private final String target;
    private final int baud;
    private final Map<Integer, Wire> wires = new TreeMap<>();

    /** @param target {@code HOST:PORT} or a path */
    RemoteStage(String target, int baud) {
        this.target = target;
        this.baud = baud;
    }

    /** True for a path, false for an address. */
    static boolean isDevice(String target) {
        return target.indexOf('/') >= 0 || Files.exists(Path.of(target));
    }

    @Override
    public void given(Fixture fixture) {
        // The user has been told that he needs it.
    }

    @Override
    public Wire terminal(int terminal) throws IOException {
        Wire wire = wires.get(terminal);
        if (wire == null) {
            wire = isDevice(target) ? openDevice(terminal) : connect();
            wires.put(terminal, wire);
        }
        return wire;
    }

    @Override
    public void card(boolean inserted) throws IOException {
        throw new IOException("this transcript pulls the storage card, which cannot be done at " + target);
    }

    @Override
    public Wire client(int port) throws IOException {
        throw new IOException("this transcript connects to a server of the modem, which cannot be done at " + target);
    }

    @Override
    public boolean skip(Duration time) {
        return false;
    }

    @Override
    public void close() throws IOException {
        for (Wire wire : wires.values()) {
            wire.close();
        }
    }

    private Wire openDevice(int terminal) throws IOException {
        if (terminal > 1) {
            throw new IOException(target + " is one terminal only, and this transcript needs more");
        }
        return new DeviceWire(Path.of(target), baud);
    }

    private Wire connect() throws IOException {
        InetSocketAddress address = Values.address(target);
        try {
            return new TcpWire(address);
        } catch (IOException e) {
            throw new IOException("cannot connect to " + target + ": " + e.getMessage(), e);
        }
    }
}
