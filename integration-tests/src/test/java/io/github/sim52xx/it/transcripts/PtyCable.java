package io.github.sim52xx.it.transcripts;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Cable;
import io.github.sim52xx.cli.port.PtyPort;
import io.github.sim52xx.cli.transcript.DeviceWire;
import io.github.sim52xx.cli.transcript.Wire;
import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.modem.Modem;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A PTY for each terminal, opened by its link. */
final class PtyCable implements Cable, AutoCloseable {

    private static final int BAUD = 115200;

    private final Path directory;
    private final List<PtyPort> ports = new ArrayList<>();

    PtyCable(Path directory) {
        this.directory = directory;
    }

    @Override
    public Wire plug(Modem modem) throws IOException {
        CountDownLatch attached = new CountDownLatch(1);
        PtyPort port = new PtyPort(directory.resolve("tty" + ports.size()), link -> {
            DteInput input = modem.connect(link);
            attached.countDown();
            return input;
        });
        ports.add(port);
        Wire wire = new DeviceWire(port.link(), BAUD);
        // The port finds out by itself that somebody has opened it; terminals are numbered in that order.
        assertThat(await(attached)).isTrue();
        return wire;
    }

    @Override
    public void close() {
        ports.forEach(PtyPort::remove);
    }

    private static boolean await(CountDownLatch latch) throws IOException {
        try {
            return latch.await(60, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}
