package io.github.sim52xx.cli.transcript;

import java.io.IOException;
import java.time.Duration;

/**
 * A wire to a modem, somewhere else, whose dialogue is written down as that of terminal 1. As safe for two threads as the
 * wire that it stands before.
 */
public final class RecordedWire implements Wire {

    private static final int TERMINAL = 1;

    private final Wire wire;
    private final Recording recording;

    /** @param recording ends with the wire */
    public RecordedWire(Wire wire, Recording recording) {
        this.wire = wire;
        this.recording = recording;
        recording.attached(TERMINAL);
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        recording.sent(TERMINAL, bytes);
        wire.send(bytes);
    }

    @Override
    public byte[] receive(Duration patience) throws IOException {
        byte[] bytes = wire.receive(patience);
        if (bytes != null && bytes.length > 0) {
            recording.came(TERMINAL, bytes);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        recording.close();
        wire.close();
    }
}
