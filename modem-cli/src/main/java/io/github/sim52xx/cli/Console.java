package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Escapes;
import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.email.Traffic;
import io.github.sim52xx.modem.ModemEvent;
import java.io.PrintStream;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;

/**
 * What a person sees beside the AT dialogue: where to attach, one line for every mail outcome, the progress of long
 * transfers, remarks. Colours and lines that rewrite themselves only on a terminal. Safe for use by any thread.
 */
final class Console {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final String GREEN = "\u001b[32m";
    private static final String RED = "\u001b[31m";
    private static final String DIM = "\u001b[2m";
    private static final String PLAIN = "\u001b[0m";
    private static final String ERASE_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private boolean progressShown;

    /** @param terminal whether {@code out} is one */
    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** On standard output, or on standard error where standard output is taken. */
    static Console standard(boolean onError) {
        // The launcher knows without asking the system again.
        String terminals = System.getProperty("sim52xx.terminals", "");
        boolean colours = System.getenv("NO_COLOR") == null;
        return onError
                ? new Console(System.err, colours && terminals.contains("2"))
                : new Console(System.out, colours && terminals.contains("1"));
    }

    synchronized void line(String text) {
        endProgress();
        out.println(text);
        out.flush();
    }

    /** A part of a line; {@link #line} ends it. */
    synchronized void part(String text) {
        endProgress();
        out.print(text);
        out.flush();
    }

    /** Shows an event of a modem. */
    synchronized void show(ModemEvent event) {
        if (event instanceof Traffic.Progress progress) {
            progress(progress.describe());
        } else if (event instanceof MailOutcome outcome) {
            boolean good = outcome.success();
            stamped(colour(good ? GREEN : RED, good ? "✓ " : "✗ ") + outcome.describe());
        } else if (event instanceof ModemEvent.Fault fault) {
            // It names the command line, which may hold a password.
            stamped(colour(RED, "! ") + new Masking.At().mask(false, fault.describe()));
            fault.error().printStackTrace(out);
            out.flush();
        } else {
            stamped("· " + event.describe());
        }
    }

    /** A line that the next one replaces; only on a terminal. */
    synchronized void progress(String text) {
        if (terminal) {
            out.print(ERASE_LINE + colour(DIM, "  " + text));
            out.flush();
            progressShown = true;
        }
    }

    /** True if a person looks on. */
    boolean isTerminal() {
        return terminal;
    }

    String bold(String text) {
        return colour("\u001b[1m", text);
    }

    String dim(String text) {
        return colour(DIM, text);
    }

    String good(String text) {
        return colour(GREEN, text);
    }

    String bad(String text) {
        return colour(RED, text);
    }

    /** A line with the time in front; a byte string, whatever bytes are in it. */
    synchronized void remark(String text) {
        stamped("· " + Escapes.readable(text));
    }

    private void stamped(String text) {
        line(colour(DIM, TIME.format(LocalTime.now())) + " " + text);
    }

    /** Takes away the progress that is shown. */
    synchronized void endProgress() {
        if (progressShown) {
            out.print(ERASE_LINE);
            progressShown = false;
        }
    }

    private String colour(String code, String text) {
        return terminal ? code + text + PLAIN : text;
    }
}
