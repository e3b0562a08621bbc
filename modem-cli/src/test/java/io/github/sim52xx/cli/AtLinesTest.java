package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.dte.ScriptedWire;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@code sim52xx at LINE…}: what is sent, what is printed, what counts as good. */
class AtLinesTest {

    private final ScriptedWire wire = new ScriptedWire();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private Duration patience = Duration.ofSeconds(60);

    @Test
    void answersArePrintedWithoutEchoAndFraming() throws IOException {
        wire.says("AT+CSQ\r\r\n+CSQ: 22,0\r\n\r\nOK\r\n", "AT\r\r\nOK\r\n");
        assertThat(play("AT+CSQ", "", "AT")).isTrue();
        assertThat(printed()).containsExactly("+CSQ: 22,0", "OK", "OK");
        assertThat(wire.sent()).containsExactly("AT+CSQ\r", "AT\r");
    }

    @Test
    void theNextLineGoesAlsoAfterAnErrorButAllIsNotGood() throws IOException {
        wire.says("\r\nERROR\r\n", "\r\nOK\r\n");
        assertThat(play("AT+FOO", "AT")).isFalse();
        assertThat(printed()).containsExactly("ERROR", "OK");
    }

    @Test
    void theLineBehindAPromptIsData() throws IOException {
        wire.says("\r\n>> ").pauses().says("\r\nOK\r\n");
        assertThat(play("AT+SMTPBODY", "Grüße,\\r\\nbye\\x1a")).isTrue();
        assertThat(wire.sent())
                .containsExactly(
                        "AT+SMTPBODY\r",
                        new String(
                                "Grüße,\r\nbye\u001a".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
        assertThat(printed()).containsExactly(">>", "OK");
    }

    @Test
    void missingDataIsToldAndThePromptIsLeft() {
        wire.says("\r\n>> ").pauses();
        assertThatThrownBy(() -> play("AT+SMTPBODY"))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("AT+SMTPBODY asks for data");
        assertThat(wire.sent()).containsExactly("AT+SMTPBODY\r", "\u001b");
    }

    @Test
    void wrongEscapesAreToldAndThePromptIsLeft() {
        wire.says("\r\n>> ").pauses();
        assertThatThrownBy(() -> play("AT+SMTPBODY", "a\\q")).isInstanceOf(FailedException.class);
        assertThat(wire.sent()).endsWith("\u001b");
    }

    @Test
    void silenceIsToldWithoutThePassword() {
        patience = Duration.ZERO;
        wire.pauses().pauses();
        assertThatThrownBy(() -> play("AT+SMTPAUTH=1,\"un\",\"topsecret\""))
                .isInstanceOf(FailedException.class)
                .hasMessageContaining("no final result of AT+SMTPAUTH")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void whatIsNoCommandLineIsNotSent() {
        assertThatThrownBy(() -> play("CSQ")).isInstanceOf(UsageException.class).hasMessageContaining("begin with AT");
        assertThat(wire.sent()).isEmpty();
    }

    @Test
    void nothingThatATerminalObeysReachesOne() throws IOException {
        wire.says("\r\nSubject: \u001b[2J\u0007\r\n\r\nOK\r\n");
        new AtLines(dte(), new Printout(new PrintStream(out, true, StandardCharsets.UTF_8), true), patience)
                .play(List.of("AT+POP3READ").iterator());
        assertThat(printed()).containsExactly("Subject: \\x1b[2J\\x07", "OK");
    }

    private boolean play(String... lines) throws IOException {
        return new AtLines(dte(), new Printout(new PrintStream(out, true, StandardCharsets.UTF_8), false), patience)
                .play(List.of(lines).iterator());
    }

    private Dte dte() {
        return new Dte(wire, Duration.ZERO);
    }

    private List<String> printed() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
