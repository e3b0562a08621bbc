package io.github.sim52xx.at;

import java.nio.ByteBuffer;
import java.util.function.Function;

/** Data of a known length typed at a prompt: so many bytes, whatever they are. Confined to the modem's thread. */
public final class CountedEntry implements DataEntry {

    private final byte[] bytes;
    private final Function<byte[], Reply> entered;
    private int length;

    /** @param entered takes the bytes when all are there */
    public CountedEntry(int length, Function<byte[], Reply> entered) {
        this.bytes = new byte[length];
        this.entered = entered;
    }

    @Override
    public Reply take(ByteBuffer typed, Echo echo) {
        int begun = length;
        int part = Math.min(typed.remaining(), bytes.length - length);
        typed.get(bytes, length, part);
        length += part;
        echo.bytes(bytes, begun, part);
        return length < bytes.length ? null : entered.apply(bytes);
    }
}
