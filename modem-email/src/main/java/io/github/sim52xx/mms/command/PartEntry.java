package io.github.sim52xx.mms.command;

import io.github.sim52xx.at.DataEntry;
import io.github.sim52xx.at.Reply;
import java.nio.ByteBuffer;
import java.util.function.Function;

/** The bytes that follow the prompt of one +CMMSDOWN: as many as were announced, whatever they are. Not thread-safe. */
final class PartEntry implements DataEntry {

    private final ByteBuffer content;
    private final Function<byte[], Reply> entered;

    PartEntry(int length, Function<byte[], Reply> entered) {
        this.content = ByteBuffer.allocate(length);
        this.entered = entered;
    }

    @Override
    public Reply take(ByteBuffer typed, Echo echo) {
        byte[] bytes = new byte[Math.min(typed.remaining(), content.remaining())];
        typed.get(bytes);
        echo.bytes(bytes, 0, bytes.length);
        content.put(bytes);
        return content.hasRemaining() ? null : entered.apply(content.array());
    }
}
