package io.github.sim52xx.cli.prompt;

import io.github.sim52xx.cli.transcript.Wire;
import java.io.IOException;
import java.time.Duration;

/** A connection that can end without either side wanting it. */
final class Unpluggable implements Wire {

    private final Wire wire;
    private volatile boolean unplugged;

    Unpluggable(Wire wire) {
        this.wire = wire;
    }

    void unplug() {
        unplugged = true;
    }

    @Override
    public void send(byte[] bytes) throws IOException {
        wire.send(bytes);
    }

    @Override
    public byte[] receive(Duration patience) throws IOException {
        return unplugged ? null : wire.receive(patience);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
