package io.github.sim52xx.cli.prompt;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Lines without editing, for terminals that cannot move the cursor. There Ctrl-Z belongs to the shell: in data it is
 * typed {@code \x1a}, ESC {@code \x1b}.
 */
final class PlainInput implements LineInput {

    private final BufferedReader in;
    private final PrintStream out;

    PlainInput(InputStream in, PrintStream out) {
        this.in = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        this.out = out;
    }

    @Override
    public Typed read(String mark, boolean data) {
        synchronized (this) {
            out.print(mark);
            out.flush();
        }
        try {
            String line = in.readLine();
            return line == null ? new Typed("", Key.END) : data ? decoded(line) : new Typed(line, Key.ENTER);
        } catch (IOException e) {
            return new Typed("", Key.END);
        }
    }

    @Override
    public synchronized void show(String line) {
        byte[] bytes = (line + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    @Override
    public void onInterrupt(Runnable task) {
        // Ctrl-C ends the process here.
    }

    @Override
    public void interrupt() {
        // A read of standard input cannot be ended; the next line that is typed finds out.
    }

    @Override
    public void close() {}

    private static Typed decoded(String line) {
        if (line.endsWith("\\x1a")) {
            return new Typed(line.substring(0, line.length() - 4), Key.CTRL_Z);
        }
        return line.endsWith("\\x1b") ? new Typed("", Key.ESCAPE) : new Typed(line, Key.ENTER);
    }
}
