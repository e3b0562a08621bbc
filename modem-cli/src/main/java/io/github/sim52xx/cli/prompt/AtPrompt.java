package io.github.sim52xx.cli.prompt;

import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.dte.Saying;
import io.github.sim52xx.cli.prompt.LineInput.Key;
import io.github.sim52xx.cli.prompt.LineInput.Typed;
import io.github.sim52xx.cli.transcript.Escapes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/**
 * A dialogue between a person and a modem. One thread types, another one listens and shows what comes, whenever it
 * comes.
 */
public final class AtPrompt {

    private static final String MARK = "at> ";
    private static final String CTRL_Z = "\u001a";
    private static final String ESCAPE = "\u001b";
    private static final Duration TO_LISTEN = Duration.ofMillis(200);
    private static final Duration BRIEFLY = Duration.ofMillis(300);

    private static final Saying GONE = new Saying.Result("gone");
    private static final Saying INTERRUPTED = new Saying.Result("interrupted");

    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final Dte dte;
    private final LineInput input;
    private final Duration patience;
    private final Duration briefly;
    /** What commands have ended in, in a prompt for data or by {@link #GONE}. */
    private final BlockingQueue<Saying> ends = new LinkedBlockingQueue<>();
    /** The person has enough: that the connection ends now is no news. */
    private volatile boolean over;

    /**
     * For tests, which say what takes long.
     *
     * @param briefly how long to wait for what need not come: commands that count their data end without a key
     */
    AtPrompt(Dte dte, LineInput input, Duration patience, Duration briefly) {
        this.dte = dte;
        this.input = input;
        this.patience = patience;
        this.briefly = briefly;
    }

    /**
     * On the terminal of this process.
     *
     * @param patience how long a final result may take before the prompt comes back without it
     * @param history the file that keeps the lines
     * @param secret tells lines that no file may keep
     */
    public static AtPrompt open(Dte dte, Duration patience, Path history, Predicate<String> secret) {
        return new AtPrompt(dte, input(history, secret), patience, BRIEFLY);
    }

    /** Returns when the person has enough (true) or the modem has gone (false). */
    public boolean run() throws IOException {
        try (input) {
            Thread listener = new Thread(this::listen, "at-listener");
            listener.setDaemon(true);
            listener.start();
            input.onInterrupt(() -> ends.add(INTERRUPTED));
            return converse();
        } finally {
            over = true;
        }
    }

    private boolean converse() throws IOException {
        Saying last = null;
        while (last != GONE) {
            String mark = last instanceof Saying.Prompt prompt ? prompt.mark() : null;
            Typed typed = input.read(mark == null ? MARK : mark, mark != null);
            if (ends.contains(GONE)) {
                return false;
            }
            if (typed.key() == Key.END) {
                return true;
            }
            last = mark == null ? command(typed) : data(typed, last);
        }
        return false;
    }

    /** Returns what it has ended in; null if nothing ended. */
    private Saying command(Typed typed) throws IOException {
        if (typed.key() == Key.CTRL_Z) {
            dte.send((bytes(typed) + CTRL_Z).getBytes(StandardCharsets.ISO_8859_1));
            return await(briefly);
        }
        if (typed.key() != Key.ENTER || typed.text().isBlank()) {
            return null;
        }
        ends.clear();
        dte.type(bytes(typed));
        boolean answered = Dte.isCommandLine(typed.text());
        Saying end = await(answered ? patience : briefly);
        if (end == null && answered) {
            input.show("(no final result within " + patience.toSeconds() + " s)");
        } else if (end == INTERRUPTED) {
            input.show("");
        }
        return end;
    }

    private Saying data(Typed typed, Saying prompt) throws IOException {
        String data = switch (typed.key()) {
            case ENTER -> bytes(typed) + "\r\n";
            case CTRL_Z -> bytes(typed) + CTRL_Z;
            default -> ESCAPE;
        };
        ends.clear();
        dte.enter(data.getBytes(StandardCharsets.ISO_8859_1));
        if (typed.key() != Key.ENTER) {
            return await(patience);
        }
        Saying end = await(briefly);
        return end == null ? prompt : end;
    }

    private Saying await(Duration time) {
        try {
            return ends.poll(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            // The listener has ended, and said so.
            return ends.peek();
        }
    }

    private void listen() {
        try {
            boolean begun = false;
            int emptyLines = 0;
            while (true) {
                Saying saying = dte.next(TO_LISTEN);
                if (saying instanceof Saying.Line line && line.text().isEmpty()) {
                    emptyLines++;
                    continue;
                }
                for (; emptyLines > 0 && begun && saying instanceof Saying.Line; emptyLines--) {
                    input.show("");
                }
                emptyLines = 0;
                begun = saying instanceof Saying.Line;
                hear(saying);
            }
        } catch (IOException e) {
            if (!over) {
                ends.add(GONE);
                input.show("(" + e.getMessage() + ")");
                input.interrupt();
            }
        }
    }

    private void hear(Saying saying) {
        if (saying instanceof Saying.Line line) {
            input.show(readable(line.text()));
        } else if (saying instanceof Saying.Result result) {
            input.show(readable(result.text()));
            ends.add(result);
        } else if (saying != null) {
            ends.add(saying);
        } else {
            String rest = dte.unfinished();
            if (!rest.isEmpty()) {
                input.show(readable(rest));
            }
        }
    }

    private static String readable(String text) {
        return Escapes.readable(text.stripTrailing());
    }

    private static String bytes(Typed typed) {
        return Escapes.bytes(typed.text());
    }

    private static LineInput input(Path history, Predicate<String> secret) {
        String type = System.getenv("TERM");
        if (type == null || type.equals("dumb")) {
            return new PlainInput(System.in, System.out);
        }
        JLINE.setLevel(Level.OFF);
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .provider("jna")
                    .dumb(false)
                    .nativeSignals(true)
                    .build();
            return new EditedInput(terminal, history, secret);
        } catch (IOException | IllegalStateException e) {
            return new PlainInput(System.in, System.out);
        }
    }
}
