package io.github.sim52xx.cli.dte;

import io.github.sim52xx.cli.transcript.Wire;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A DTE on a wire to a modem: types command lines and data, hears what the modem says to it. Lines are byte strings. One
 * thread may listen while another types; then neither uses {@link #execute}.
 */
public final class Dte implements Closeable {

    private final Wire wire;
    private final Duration silence;
    private final DceOutput output = new DceOutput();
    /** What the listening thread has to know of what has been typed, before it looks at what came after that. */
    private final Queue<Runnable> typed = new ConcurrentLinkedQueue<>();

    /** @param silence how long nothing must come behind a {@code >} to make it a prompt */
    public Dte(Wire wire, Duration silence) {
        this.wire = wire;
        this.silence = silence;
    }

    /** True if a modem in command mode takes {@code line} for a command line, A/ included (V.250 5.2.1 and 5.2.4). */
    public static boolean isCommandLine(String line) {
        String text = line.stripLeading();
        return text.regionMatches(true, 0, "AT", 0, 2) || text.regionMatches(true, 0, "A/", 0, 2);
    }

    /** Sends a command line; the carriage return is added. */
    public void type(String line) throws IOException {
        typed.add(() -> output.lineSent(line));
        wire.send((line + "\r").getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends data at a prompt. */
    public void enter(byte[] data) throws IOException {
        typed.add(() -> output.dataSent(data));
        wire.send(data);
    }

    /**
     * Waits for the next thing that the modem says.
     *
     * @return null if it says nothing in that time
     * @throws EOFException if the other end has closed
     */
    public Saying next(Duration patience) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        Saying saying = poll();
        boolean over = false;
        while (saying == null) {
            boolean perhaps = output.mayBeComplete();
            if (over && !perhaps) {
                return null;
            }
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            // What came while this thread was kept from listening came in time: it is looked for once more.
            over = left.isZero();
            boolean heard = hear(perhaps ? silence : left);
            saying = perhaps && !heard ? output.complete() : poll();
        }
        return saying;
    }

    /** What has come of a line that is not complete; it will not come again. */
    public String unfinished() {
        return output.unfinished();
    }

    /** True if the modem repeats what is typed, as far as the answer to the last line showed. */
    public boolean echoes() {
        return output.echoes();
    }

    /**
     * Sends a command line and waits for the end of its answer.
     *
     * @throws IOException also if there is no answer within {@code patience}
     */
    public Answer execute(String line, Duration patience) throws IOException {
        type(line);
        return answer(line, patience);
    }

    /** Waits for the end of an answer to {@code line}, whose data has been sent. */
    public Answer answer(String line, Duration patience) throws IOException {
        List<String> lines = new ArrayList<>();
        int emptyLines = 0;
        for (Saying saying = require(line, patience); ; saying = require(line, patience)) {
            if (!(saying instanceof Saying.Line information)) {
                return new Answer(lines, saying);
            }
            if (information.text().isEmpty()) {
                emptyLines++;
            } else {
                for (; emptyLines > 0 && !lines.isEmpty(); emptyLines--) {
                    lines.add("");
                }
                emptyLines = 0;
                lines.add(information.text());
            }
        }
    }

    /** The next thing that the modem says, which it has to say within {@code patience}. */
    public Saying require(String line, Duration patience) throws IOException {
        Saying saying = next(patience);
        if (saying == null) {
            throw new IOException("no answer to " + line + " within " + patience.toSeconds() + " s");
        }
        return saying;
    }

    /** Copies the {@code length} bytes that follow the last line, whatever they are. */
    public void copy(long length, OutputStream to, Duration patience) throws IOException {
        long missing = length;
        while (missing > 0) {
            int copied = output.copy(missing, to);
            missing -= copied;
            if (copied == 0 && !hear(patience)) {
                throw new IOException("the modem stopped in the middle of the data");
            }
        }
    }

    /** Sends bytes as they are. */
    public void send(byte[] bytes) throws IOException {
        wire.send(bytes);
    }

    @Override
    public void close() {
        try {
            wire.close();
        } catch (IOException e) {
            // It is of no more use anyway.
        }
    }

    private Saying poll() {
        catchUp();
        return output.poll();
    }

    private void catchUp() {
        for (Runnable step = typed.poll(); step != null; step = typed.poll()) {
            step.run();
        }
    }

    /** Waits for bytes; false if none come. */
    private boolean hear(Duration patience) throws IOException {
        byte[] bytes = wire.receive(patience);
        if (bytes == null) {
            throw new EOFException("the other end has closed the connection");
        }
        catchUp();
        output.accept(bytes);
        return bytes.length > 0;
    }
}
