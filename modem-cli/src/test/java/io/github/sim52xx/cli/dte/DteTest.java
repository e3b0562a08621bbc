package io.github.sim52xx.cli.dte;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Lines and their answers. */
class DteTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final ScriptedWire wire = new ScriptedWire();
    private final Dte dte = new Dte(wire, Duration.ZERO);

    @Test
    void anAnswerHasNoFraming() throws IOException {
        wire.says("AT+FSLS\r", "\r\n+FSLS: SUBDIRECTORIES:\r\nAudio\r\n\r\n", "+FSLS: FILES:\r\na.jpg\r\n\r\nOK\r\n");
        Answer answer = dte.execute("AT+FSLS", PATIENCE);
        assertThat(answer.lines()).containsExactly("+FSLS: SUBDIRECTORIES:", "Audio", "", "+FSLS: FILES:", "a.jpg");
        assertThat(answer.isGood()).isTrue();
        assertThat(wire.sent()).containsExactly("AT+FSLS\r");
    }

    @Test
    void anErrorIsNotGood() throws IOException {
        wire.says("\r\n+CME ERROR: 11\r\n");
        Answer answer = dte.execute("AT", PATIENCE);
        assertThat(answer.isGood()).isFalse();
        assertThat(answer.end()).isEqualTo(new Saying.Result("+CME ERROR: 11"));
    }

    @Test
    void dataGoesBehindAPrompt() throws IOException {
        wire.says("\r\n>").pauses().says("\r\nOK\r\n");
        assertThat(dte.execute("AT+CFTRANRX=\"C:/a\",3", PATIENCE).isPrompt()).isTrue();
        dte.enter("abc".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(dte.answer("AT", PATIENCE).isGood()).isTrue();
        assertThat(wire.sent()).containsExactly("AT+CFTRANRX=\"C:/a\",3\r", "abc");
    }

    @Test
    void aModemThatSaysNothingIsNotWaitedForAnyLonger() {
        wire.pauses().pauses();
        assertThatThrownBy(() -> dte.execute("AT", Duration.ZERO))
                .isInstanceOf(IOException.class)
                .hasMessage("no answer to AT within 0 s");
    }

    @Test
    void theEndOfTheConnectionIsTold() {
        wire.says("\r\n+CSQ");
        assertThatThrownBy(() -> dte.execute("AT+CSQ", PATIENCE)).isInstanceOf(EOFException.class);
    }

    @Test
    void dataThatStopsInTheMiddleIsTold() throws IOException {
        wire.says("\r\n+CFTRANTX: DATA,5\r\n12").pauses();
        dte.type("AT+CFTRANTX=\"C:/a\"");
        ByteArrayOutputStream copy = new ByteArrayOutputStream();
        while (!dte.next(PATIENCE).equals(new Saying.Line("+CFTRANTX: DATA,5"))) {}
        assertThatThrownBy(() -> dte.copy(5, copy, PATIENCE)).hasMessageContaining("stopped in the middle");
        assertThat(copy.toString(StandardCharsets.ISO_8859_1)).isEqualTo("12");
    }

    @Test
    void whatIsACommandLine() {
        assertThat(Dte.isCommandLine("AT")).isTrue();
        assertThat(Dte.isCommandLine(" at+csq")).isTrue();
        assertThat(Dte.isCommandLine("a/")).isTrue();
        assertThat(Dte.isCommandLine("+CSQ")).isFalse();
        assertThat(Dte.isCommandLine("")).isFalse();
    }
}
