package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteLink;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Keeps what is written, write by write. */
public final class WritesLink implements DteLink {

    private final List<String> writes = new ArrayList<>();
    private boolean closed;

    /** The writes since the last call. */
    public List<String> taken() {
        List<String> taken = List.copyOf(writes);
        writes.clear();
        return taken;
    }

    boolean isClosed() {
        return closed;
    }

    @Override
    public void send(byte[] bytes) {
        writes.add(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    @Override
    public long backlog() {
        return 0;
    }

    @Override
    public void whenDrained(Runnable task) {
        task.run();
    }

    @Override
    public void holdInput(boolean hold) {}

    @Override
    public boolean hasCircuits() {
        return true;
    }

    @Override
    public void close() {
        closed = true;
    }
}
