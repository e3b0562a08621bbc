package io.github.sim52xx.cli;

import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.dte.Saying;
import io.github.sim52xx.cli.transcript.Escapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;

/**
 * Sends lines one after another, each when the one before has its final result, and prints the answers: without the
 * echo, and without the empty lines that belong to the framing. Where the modem asks for data the next line is that.
 */
final class AtLines {

    private static final byte[] ESCAPE = {0x1b};

    private final Dte dte;
    private final Printout out;
    private final Duration patience;
    private boolean good = true;

    /** @param patience how long a final result may take */
    AtLines(Dte dte, Printout out, Duration patience) {
        this.dte = dte;
        this.out = out;
        this.patience = patience;
    }

    /** Returns true if every line ended in OK or CONNECT. */
    boolean play(Iterator<String> lines) throws IOException {
        while (lines.hasNext()) {
            String line = Escapes.bytes(lines.next());
            if (!line.isBlank()) {
                if (!Dte.isCommandLine(line)) {
                    throw new UsageException(Escapes.readable(line) + " is no command line: those begin with AT");
                }
                dte.type(line);
                answer(line, lines);
            }
        }
        return good;
    }

    /** Prints what else comes within that time. */
    void listen(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        for (Saying saying = dte.next(left(end)); saying != null; saying = dte.next(left(end))) {
            if (saying instanceof Saying.Line line && !line.text().isEmpty()) {
                out.line(line.text());
            } else if (saying instanceof Saying.Result result) {
                out.line(result.text());
            }
        }
    }

    private void answer(String line, Iterator<String> lines) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        boolean begun = false;
        int emptyLines = 0;
        while (true) {
            Saying saying = dte.next(left(end));
            if (saying == null) {
                throw new FailedException(
                        "no final result of " + masked(line) + " within " + patience.toMillis() / 1000.0 + " s");
            } else if (saying instanceof Saying.Result result) {
                out.line(result.text());
                good &= result.isGood();
                return;
            } else if (saying instanceof Saying.Prompt prompt) {
                out.line(prompt.mark().strip());
                enter(line, lines);
                begun = false;
                emptyLines = 0;
            } else if (saying instanceof Saying.Line information
                    && !information.text().isEmpty()) {
                for (; emptyLines > 0 && begun; emptyLines--) {
                    out.line("");
                }
                emptyLines = 0;
                begun = true;
                out.line(information.text());
            } else {
                emptyLines++;
            }
        }
    }

    private void enter(String line, Iterator<String> lines) throws IOException {
        if (!lines.hasNext()) {
            dte.enter(ESCAPE);
            throw new FailedException(
                    masked(line) + " asks for data: give it as the next argument, such as 'text\\x1a'");
        }
        String data = lines.next();
        try {
            dte.enter(Escapes.decode(data).getBytes(StandardCharsets.ISO_8859_1));
        } catch (IllegalArgumentException e) {
            dte.enter(ESCAPE);
            throw new FailedException("the data behind " + masked(line) + ": " + e.getMessage());
        }
    }

    private static String masked(String line) {
        return Escapes.readable(new Masking.At().mask(false, line));
    }

    private static Duration left(long end) {
        return Duration.ofNanos(end - System.nanoTime());
    }
}
