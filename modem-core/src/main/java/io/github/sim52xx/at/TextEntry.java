package io.github.sim52xx.at;

import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Text typed at a prompt: Ctrl-Z ends it, ESC cancels it, backspace deletes (27.005 3.5.1). Carriage returns and line
 * feeds are text, but for a line feed that comes first: it belongs to the command line, which many a DTE ends with CR LF.
 * What goes beyond the maximum is dropped, the prompt goes on.
 */
public final class TextEntry implements DataEntry {

    private static final byte CTRL_Z = 0x1a;
    private static final byte ESCAPE = 0x1b;
    private static final byte BACKSPACE = 8;

    private final int maxLength;
    private final Function<String, Reply> entered;
    private final Supplier<Reply> cancelled;
    private final StringBuilder text = new StringBuilder();
    private boolean begun;

    /**
     * @param maxLength in bytes
     * @param entered takes the text, one byte a character
     * @param cancelled answers ESC
     */
    public TextEntry(int maxLength, Function<String, Reply> entered, Supplier<Reply> cancelled) {
        this.maxLength = maxLength;
        this.entered = entered;
        this.cancelled = cancelled;
    }

    @Override
    public Reply take(ByteBuffer typed, Echo echo) {
        byte[] one = new byte[1];
        while (typed.hasRemaining()) {
            one[0] = typed.get();
            boolean first = !begun;
            begun = true;
            if (first && one[0] == '\n') {
                continue;
            }
            switch (one[0]) {
                case CTRL_Z -> {
                    return entered.apply(text.toString());
                }
                case ESCAPE -> {
                    return cancelled.get();
                }
                case BACKSPACE -> text.setLength(Math.max(0, text.length() - 1));
                default -> {
                    if (text.length() < maxLength) {
                        text.append((char) (one[0] & 0xff));
                    }
                }
            }
            echo.bytes(one, 0, 1);
        }
        return null;
    }
}
