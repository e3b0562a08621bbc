package io.github.sim52xx.cli;

import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.modem.Trace;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * {@code --trace FILE}: every byte that enters or leaves the modem, by lines, with the time at which the line was
 * complete; {@code <} is towards the modem, {@code >} away from it, {@code =} how a mail command ended. Passwords are
 * masked. Safe for use by any thread.
 *
 * <pre>
 * 11:04:57.123 AT 1    &lt; AT+SMTPSEND\r
 * 11:04:57.130 SMTP 1  &gt; EHLO [10.71.155.118]\r\n
 * 11:04:57.190 mail    = AT+SMTPSEND → +SMTP: SUCCESS: the end of the mail was answered "250 OK" (0.06 s)
 * </pre>
 */
final class TraceFile implements Trace, AutoCloseable {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    private final BufferedWriter out;
    private final Map<String, TracedChannel> channels = new LinkedHashMap<>();
    private final SeenSecrets secrets = new SeenSecrets();

    TraceFile(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void bytes(String channel, boolean outgoing, byte[] bytes, int offset, int length) {
        channels.computeIfAbsent(channel, name -> new TracedChannel(name, secrets, this::write))
                .bytes(outgoing, bytes, offset, length);
        flush();
    }

    /** Writes the line that the console shows too. */
    synchronized void note(MailOutcome outcome) {
        write("mail", "=", outcome.describe());
        flush();
    }

    @Override
    public synchronized void close() {
        channels.values().forEach(TracedChannel::flush);
        try {
            out.close();
        } catch (IOException e) {
            // What could be written has been written.
        }
    }

    private void write(String channel, boolean outgoing, String text) {
        write(channel, outgoing ? ">" : "<", text);
    }

    private void write(String channel, String sign, String text) {
        try {
            out.write(String.format("%s %-7s %s %s%n", TIME.format(LocalTime.now()), channel, sign, text));
        } catch (IOException e) {
            // A full disk must not stop the modem.
        }
    }

    private void flush() {
        try {
            out.flush();
        } catch (IOException e) {
            // A full disk must not stop the modem.
        }
    }
}
