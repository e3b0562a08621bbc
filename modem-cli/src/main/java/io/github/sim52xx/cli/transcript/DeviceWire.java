package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.cli.port.SerialDevice;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** A serial port or PTY that a modem is attached to. */
public final class DeviceWire implements Wire {

    private final Path path;
    private final int baud;
    private SerialDevice device;

    /** Opens the device; a PTY does not mind which speed. */
    public DeviceWire(Path path, int baud) throws IOException {
        this.path = path;
        this.baud = baud;
        device = new SerialDevice(path, baud);
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        device.write(bytes);
    }

    @Override
    public byte[] receive(Duration patience) throws IOException {
        try {
            return device.read(patience);
        } catch (EOFException e) {
            return null;
        }
    }

    /** DTR goes off with the last program that has the port open. */
    @Override
    public void hangUp() throws IOException {
        device.close();
        device = new SerialDevice(path, baud);
    }

    @Override
    public void close() {
        device.close();
    }
}
