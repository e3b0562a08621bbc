package io.github.sim52xx.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Byte strings as text and back. */
class EscapesTest {

    @Test
    void escapesStandForOneByteEach() {
        assertThat(Escapes.decode("a\\r\\n\\t\\\\\\x1A\\xffz")).isEqualTo("a\r\n\t\\\u001a\u00ffz");
        assertThat(Escapes.decode("")).isEmpty();
        assertThat(Escapes.decode("\\\\x41")).isEqualTo("\\x41");
    }

    @Test
    void aByteCanBeRepeated() {
        assertThat(Escapes.decode("ab\\{3}\\x1a\\{2}\\r")).isEqualTo("abbb\u001a\u001a\r");
        assertThat(Escapes.decode("a\\{1}{2}")).isEqualTo("a{2}");
    }

    @Test
    void otherTextIsUtf8() {
        assertThat(Escapes.decode("\u00e9")).isEqualTo("\u00c3\u00a9");
        assertThat(Escapes.bytes("\u6d4b")).isEqualTo("\u00e6\u00b5\u008b");
        assertThat(Escapes.text("\u00e6\u00b5\u008b")).isEqualTo("\u6d4b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\", "a\\", "\\q", "\\x", "\\x1", "\\xg0", "\\x-1", "\\R", "\\{2}", "a\\{}", "a\\{0}", "a\\{2",
                "a\\{x}"
            })
    void whatIsNoEscapeIsRefused(String text) {
        assertThatThrownBy(() -> Escapes.decode(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("expected ");
    }

    @Test
    void everyByteStringCanBeWrittenAndReadAgain() {
        StringBuilder all = new StringBuilder();
        for (char c = 0; c < 256; c++) {
            all.append(c);
        }
        for (String bytes :
                new String[] {all.toString(), "\\r", "\u00c3\u00a9\r", "\u00c2\u0085", "\u0000\u007f", "\u00ff"}) {
            String text = Escapes.encode(bytes);
            assertThat(text).doesNotContainPattern("[\\x00-\\x1f\\x7f]");
            assertThat(Escapes.decode(text)).isEqualTo(bytes);
        }
    }

    @Test
    void whatPeopleReadShowsWhatCannotBeSeen() {
        assertThat(Escapes.readable("a\\b\u0007\u001b[2J ")).isEqualTo("a\\b\\x07\\x1b[2J\\x20");
        assertThat(Escapes.visible("x ")).isEqualTo("x\\x20");
        assertThat(Escapes.visible("x y")).isEqualTo("x y");
    }
}
