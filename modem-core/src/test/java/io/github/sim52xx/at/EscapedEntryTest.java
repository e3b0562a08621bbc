package io.github.sim52xx.at;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class EscapedEntryTest {

    private byte[] entered;
    private final EscapedEntry entry = new EscapedEntry(
            5,
            bytes -> {
                entered = bytes;
                return Response.ok();
            },
            Response::error);

    @Test
    void controlZEnds() {
        assertThat(take("abc\u001aAT")).isEqualTo(Response.ok());
        assertThat(entered).asString().isEqualTo("abc");
    }

    @Test
    void escapeCancels() {
        assertThat(take("abc\u001b")).isEqualTo(Response.error());
        assertThat(entered).isNull();
    }

    @Test
    void escapedBytesAreDataAlsoAcrossPieces() {
        assertThat(take("\u0003\u001a\u0003")).isNull();
        assertThat(take("\u001b\u0003\u0003x")).isNull();
        assertThat(take("\u001a")).isEqualTo(Response.ok());
        assertThat(entered).asString().isEqualTo("\u001a\u001b\u0003x");
    }

    @Test
    void whatIsTooMuchIsDropped() {
        assertThat(take("1234567\u001a")).isEqualTo(Response.ok());
        assertThat(entered).asString().isEqualTo("12345");
    }

    private Reply take(String typed) {
        return entry.take(ByteBuffer.wrap(typed.getBytes(StandardCharsets.ISO_8859_1)), (bytes, offset, length) -> {});
    }
}
