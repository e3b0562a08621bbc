package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.transcript.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Host code at the other end of a wire: types, and waits for what it wants to hear. */
record Host(Wire wire, StringBuilder came) implements AutoCloseable {

    private static final Pattern RESULT = Pattern.compile("\r\n(OK|ERROR|\\+CME ERROR: .*)\r\n");

    Host(Wire wire) {
        this(wire, new StringBuilder());
    }

    /** Types a line and waits for its result. */
    void line(String line) throws IOException {
        type(line);
        int end = -1;
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (end < 0) {
            Matcher result = RESULT.matcher(came);
            end = result.find() ? result.end() : -1;
            assertThat(System.nanoTime()).as("%s: %s", line, came).isLessThan(limit);
            if (end < 0) {
                receive();
            }
        }
        came.delete(0, end);
    }

    void type(String bytes) throws IOException {
        wire.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    void await(String text) throws IOException {
        long limit = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (came.indexOf(text) < 0) {
            assertThat(System.nanoTime()).as("%s: %s", text, came).isLessThan(limit);
            receive();
        }
        came.delete(0, came.indexOf(text) + text.length());
    }

    private void receive() throws IOException {
        byte[] bytes = wire.receive(Duration.ofMillis(100));
        if (bytes != null) {
            came.append(new String(bytes, StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
