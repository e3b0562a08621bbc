package io.github.sim52xx.cli.files;

import io.github.sim52xx.cli.transcript.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Knows which echo its modem was told last to make. */
final class RememberingWire implements Wire {

    private final Wire wire;
    private String lastEcho = "";

    RememberingWire(Wire wire) {
        this.wire = wire;
    }

    String lastEcho() {
        return lastEcho;
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        String line = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        if (line.startsWith("ATE")) {
            lastEcho = line;
        }
        wire.send(bytes);
    }

    @Override
    public byte[] receive(Duration patience) throws IOException {
        return wire.receive(patience);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
