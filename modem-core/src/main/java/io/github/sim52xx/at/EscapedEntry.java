package io.github.sim52xx.at;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Data of any length typed at a prompt: Ctrl-Z ends it, ESC cancels it, and 0x03 makes the byte behind it data, these
 * three included. What goes beyond the maximum is dropped, the prompt goes on. Confined to the modem's thread.
 */
public final class EscapedEntry implements DataEntry {

    private static final byte ESCAPED = 0x03;
    private static final byte CTRL_Z = 0x1a;
    private static final byte ESCAPE = 0x1b;

    private final int maxLength;
    private final Function<byte[], Reply> entered;
    private final Supplier<Reply> cancelled;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean escaped;

    /**
     * @param maxLength in bytes
     * @param entered takes the bytes
     * @param cancelled answers ESC
     */
    public EscapedEntry(int maxLength, Function<byte[], Reply> entered, Supplier<Reply> cancelled) {
        this.maxLength = maxLength;
        this.entered = entered;
        this.cancelled = cancelled;
    }

    @Override
    public Reply take(ByteBuffer typed, Echo echo) {
        byte[] one = new byte[1];
        while (typed.hasRemaining()) {
            one[0] = typed.get();
            if (!escaped && one[0] == CTRL_Z) {
                return entered.apply(bytes.toByteArray());
            }
            if (!escaped && one[0] == ESCAPE) {
                return cancelled.get();
            }
            escaped = !escaped && one[0] == ESCAPED;
            if (!escaped && bytes.size() < maxLength) {
                bytes.write(one[0]);
            }
            echo.bytes(one, 0, 1);
        }
        return null;
    }
}
