package io.github.sim52xx.cli.prompt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Attributes;
import org.jline.terminal.Attributes.ControlChar;
import org.jline.terminal.Terminal;

/** Lines with editing and history, and Ctrl-Z and ESC as keys of their own. */
final class EditedInput implements LineInput {

    private static final String CTRL_Z = "at-ctrl-z";
    private static final String ESCAPE = "at-escape";
    /** How long ESC may be the beginning of another key. */
    private static final long ESCAPE_MILLIS = 100;

    private final Terminal terminal;
    private final LineReader reader;
    private final Thread typist = Thread.currentThread();
    private boolean data;
    private Key key;

    /**
     * @param history the file that keeps the lines, or null
     * @param secret tells lines that no file may keep
     */
    EditedInput(Terminal terminal, Path history, Predicate<String> secret) {
        this.terminal = terminal;
        withoutSuspension();
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .terminal(terminal)
                .history(new AtHistory(secret))
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.BRACKETED_PASTE, false)
                .variable(LineReader.AMBIGUOUS_BINDING, ESCAPE_MILLIS);
        if (history != null) {
            builder.variable(LineReader.HISTORY_FILE, history);
        }
        reader = builder.build();
        reader.getWidgets().put(CTRL_Z, () -> end(Key.CTRL_Z));
        reader.getWidgets().put(ESCAPE, () -> !data || end(Key.ESCAPE));
        KeyMap<Binding> keys = reader.getKeyMaps().get(LineReader.MAIN);
        keys.bind(new Reference(CTRL_Z), KeyMap.ctrl('Z'));
        keys.bind(new Reference(ESCAPE), KeyMap.esc());
        // Some terminals send these though they have been asked for the others.
        keys.bind(new Reference(LineReader.UP_LINE_OR_HISTORY), "\033[A");
        keys.bind(new Reference(LineReader.DOWN_LINE_OR_HISTORY), "\033[B");
        keys.bind(new Reference(LineReader.FORWARD_CHAR), "\033[C");
        keys.bind(new Reference(LineReader.BACKWARD_CHAR), "\033[D");
    }

    @Override
    public Typed read(String mark, boolean isData) {
        data = isData;
        key = Key.ENTER;
        reader.setVariable(LineReader.DISABLE_HISTORY, isData);
        try {
            String line = reader.readLine(mark);
            return new Typed(line, key);
        } catch (UserInterruptException e) {
            return new Typed("", Key.INTERRUPT);
        } catch (EndOfFileException e) {
            return new Typed("", Key.END);
        }
    }

    @Override
    public void show(String line) {
        reader.printAbove(line);
    }

    @Override
    public void onInterrupt(Runnable task) {
        terminal.handle(Terminal.Signal.INT, signal -> task.run());
    }

    @Override
    public void interrupt() {
        typist.interrupt();
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            // The terminal has gone before us.
        }
    }

    private boolean end(Key pressed) {
        key = pressed;
        reader.callWidget(LineReader.ACCEPT_LINE);
        return true;
    }

    /** Ctrl-Z is for the modem. */
    private void withoutSuspension() {
        Attributes attributes = terminal.getAttributes();
        attributes.setControlChar(ControlChar.VSUSP, 0);
        terminal.setAttributes(attributes);
    }
}
