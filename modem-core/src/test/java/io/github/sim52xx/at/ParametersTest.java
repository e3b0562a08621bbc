package io.github.sim52xx.at;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {

    @Test
    void readsFromLeftToRight() {
        Parameters parameters = new Parameters(" 0 , 3,\"a@b.c\" , \"na me\"");
        assertThat(parameters.integer("<kind>", 0, 2)).isZero();
        assertThat(parameters.integer("<index>", 0, 4)).isEqualTo(3);
        assertThat(parameters.string("<addr>", 1, 128)).isEqualTo("a@b.c");
        assertThat(parameters.string("<name>", 0, 64)).isEqualTo("na me");
        parameters.end();
    }

    @Test
    void hexadecimalCharactersInStrings() {
        assertThat(new Parameters("\"a\\22b\\5Cc\\zz\\\"").string("<s>", 0, 20)).isEqualTo("a\"b\\c\\zz\\");
    }

    @Test
    void commasAndSemicolonsInQuotesAreText() {
        assertThat(new Parameters("\"a,b;c\"").string("<s>", 0, 9)).isEqualTo("a,b;c");
    }

    @Test
    void nonAscii() {
        Parameters parameters = new Parameters("{non-ascii}\"E6B58B\",{NON-ASCII} \"\"");
        assertThat(parameters.string("<s>", 1, 9)).isEqualTo("\u00e6\u00b5\u008b");
        assertThat(parameters.string("<t>", 0, 9)).isEmpty();
        parameters.end();
    }

    @Test
    void wordsMayStandWithoutQuotes() {
        Parameters parameters = new Parameters("C:/Picture/my file.jpg , \"b.jpg\"");
        assertThat(parameters.word("<old>", 1, 99)).isEqualTo("C:/Picture/my file.jpg");
        assertThat(parameters.word("<new>", 1, 99)).isEqualTo("b.jpg");
        parameters.end();
    }

    @Test
    void whatIsLeftOut() {
        Parameters parameters = new Parameters(",5,,");
        assertThat(parameters.integerOr("<a>", 0, 9, 7)).isEqualTo(7);
        assertThat(parameters.integerOr("<b>", 0, 9, 7)).isEqualTo(5);
        assertThat(parameters.stringOr("<c>", 0, 9, "x")).isEqualTo("x");
        assertThat(parameters.hasNext()).isTrue();
        assertThat(parameters.given()).isFalse();
        parameters.skip();
        parameters.end();
        assertThat(parameters.integerOr("<e>", 0, 9, 3)).isEqualTo(3);
    }

    @Test
    void anEmptyListHasNoParameter() {
        assertThat(new Parameters("  ").hasNext()).isFalse();
        new Parameters("").end();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1x", "\"1\"", "10", "-1", "99999999999", "1 2", "0x1"})
    void notANumberFrom0To9(String text) {
        assertThatThrownBy(() -> {
                    Parameters parameters = new Parameters(text);
                    parameters.integer("<n>", 0, 9);
                    parameters.end();
                })
                .isInstanceOf(ParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "\"abc",
                "\"abc\"d",
                "\"\"",
                "\"abcdef\"",
                "{non-ascii}",
                "{non-ascii}\"E6B\"",
                "\"a\",1"
            })
    void notAStringOf1To5Characters(String text) {
        assertThatThrownBy(() -> {
                    Parameters parameters = new Parameters(text);
                    parameters.string("<s>", 1, 5);
                    parameters.end();
                })
                .isInstanceOf(ParameterException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "plain",
                "with \"quotes\"",
                "back\\slash",
                "c:\\MyDir\\22x",
                "\\",
                "\\\\41",
                "tail\\2",
                "\r\n\u0000ÿ"
            })
    void whatIsPrintedCanBeTypedBack(String value) {
        Parameters parameters = new Parameters(Response.quoted(value));
        assertThat(parameters.string("<s>", 0, 99)).isEqualTo(value);
        parameters.end();
    }
}
