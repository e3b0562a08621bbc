package io.github.sim52xx.cli;

import io.github.sim52xx.cli.transcript.Escapes;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Prints what a modem says: a file or a pipe gets the bytes as they came, a person gets text, for a mail may hold
 * sequences that a terminal obeys.
 */
final class Printout {

    private final PrintStream out;
    private final boolean terminal;

    /** On standard output. */
    static Printout standard() {
        // The launcher knows without asking the system.
        return new Printout(
                System.out, System.getProperty("sim52xx.terminals", "").contains("1"));
    }

    /** @param terminal whether {@code out} is one */
    Printout(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    /** @param text a byte string */
    void line(String text) {
        byte[] bytes = terminal
                ? Escapes.readable(text.stripTrailing()).getBytes(StandardCharsets.UTF_8)
                : text.getBytes(StandardCharsets.ISO_8859_1);
        out.write(bytes, 0, bytes.length);
        out.write('\n');
        out.flush();
    }
}
