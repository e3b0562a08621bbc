package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The text of a mail typed at the prompt {@code >>} (manual 20.1.6), to the byte. */
class BodyPromptTest {

    private static final String CTRL_Z = "\u001a";
    private static final String ESCAPE = "\u001b";
    private static final String BACKSPACE = "\b";

    @RegisterExtension
    final MailBench bench = MailBench.standard();

    @Test
    void withEcho() {
        Dte echoing = Dte.on(bench.modem());
        assertThat(echoing.type("AT+SMTPBODY\r")).isEqualTo("AT+SMTPBODY\r\r\n>> ");
        assertThat(echoing.type("This is a test mail.")).isEqualTo("This is a test mail.");
        assertThat(echoing.type(CTRL_Z)).isEqualTo("\r\nOK\r\n");
        assertThat(body()).isEqualTo("This is a test mail.");
    }

    @Test
    void withoutEcho() {
        assertThat(type("AT+SMTPBODY\r")).isEqualTo("\r\n>> ");
        assertThat(type("This is ")).isEmpty();
        assertThat(type("a test mail." + CTRL_Z)).isEqualTo("\r\nOK\r\n");
        assertThat(body()).isEqualTo("This is a test mail.");
    }

    @Test
    void thePromptWipesAndEscapeLeavesNothing() {
        bench.ok("AT+SMTPBODY=\"old\"");
        type("AT+SMTPBODY\r");
        Dte other = bench.terminal();
        assertThat(other.line("AT+SMTPBODY?")).containsExactly("+SMTPBODY: \"\"", "OK");
        assertThat(type("never mind" + ESCAPE)).isEqualTo("\r\nOK\r\n");
        assertThat(body()).isEmpty();
    }

    @Test
    void ctrlZAtOnceIsAnEmptyText() {
        assertThat(type("AT+SMTPBODY\r" + CTRL_Z)).isEqualTo("\r\n>> \r\nOK\r\n");
        assertThat(body()).isEmpty();
    }

    @Test
    void backspaceDeletesACharacter() {
        type("AT+SMTPBODY\r");
        type(BACKSPACE + "Helx" + BACKSPACE + "lo" + BACKSPACE + BACKSPACE + "lo" + CTRL_Z);
        assertThat(body()).isEqualTo("Hello");
    }

    @Test
    void lineEndsAreText() {
        type("AT+SMTPBODY\r");
        type("one\r\ntwo\r\n\r\nthree\rfour\n" + CTRL_Z);
        assertThat(bench.exact("AT+SMTPBODY?"))
                .isEqualTo("\r\n+SMTPBODY: \"one\r\ntwo\r\n\r\nthree\r\nfour\r\n\"\r\n\r\nOK\r\n");
    }

    @Test
    void theLineFeedBehindTheCommandIsNoText() {
        assertThat(type("AT+SMTPBODY\r\n")).isEqualTo("\r\n>> ");
        type("text" + CTRL_Z);
        assertThat(body()).isEqualTo("text");
        type("AT+SMTPBODY\r\n");
        type("\r\n\ntext" + CTRL_Z);
        assertThat(bench.exact("AT+SMTPBODY?")).contains("\"\r\n\r\ntext\"");
    }

    @Test
    void atCommandsAreTextToo() {
        type("AT+SMTPBODY\r");
        assertThat(type("AT+SMTPSUB=\"no\"\rA/\r+++" + CTRL_Z)).isEqualTo("\r\nOK\r\n");
        assertThat(bench.exact("AT+SMTPBODY?")).contains("\"AT+SMTPSUB=\\22no\\22\r\nA/\r\n+++\"");
        assertThat(bench.line("AT+SMTPSUB?")).containsExactly("+SMTPSUB: \"\"", "OK");
    }

    @Test
    void whatFollowsCtrlZAtOnceIsTheNextCommand() {
        assertThat(type("AT+SMTPBODY\rtext" + CTRL_Z + "AT+SMTPBODY?\rAT+SMTPSEND?\r"))
                .isEqualTo("\r\n>> \r\nOK\r\n\r\n+SMTPBODY: \"text\"\r\n\r\nOK\r\n\r\n+SMTPSEND: 0\r\n\r\nOK\r\n");
    }

    @Test
    void fiveThousandOneHundredAndTwentyCharactersAndNoMore() {
        type("AT+SMTPBODY\r");
        assertThat(type("x".repeat(5119))).isEmpty();
        type("y");
        assertThat(type("z".repeat(3000))).isEmpty();
        assertThat(type(CTRL_Z)).isEqualTo("\r\nOK\r\n");
        assertThat(body()).isEqualTo("x".repeat(5119) + "y");
    }

    @Test
    void anyByteIsText() {
        type("AT+SMTPBODY\r");
        type("\u0000\u0001\u007f\u0080\u00ff" + CTRL_Z);
        assertThat(body()).isEqualTo("\u0000\u0001\u007f\u0080\u00ff");
    }

    @Test
    void aTerminalThatHangsUpLeavesAnEmptyText() {
        bench.ok("AT+SMTPBODY=\"old\"");
        Dte other = bench.terminal();
        other.type("AT+SMTPBODY\rhalf a ma");
        other.hangUp();
        assertThat(body()).isEmpty();
    }

    @Test
    void aTextThatComesWhileAMailIsBeingSentIsRefused() throws InterruptedException {
        Stall stall = new Stall();
        bench.conduct(Script.of().on(Protocol.SMTP, Occasion.END_OF_DATA).perform(stall));
        bench.writeMail();
        Dte other = bench.terminal();
        other.type("AT+SMTPBODY\rtoo la");
        bench.line("AT+SMTPSEND");
        assertThat(stall.awaitHeld(MailBench.PATIENCE)).isTrue();
        assertThat(other.type("te" + CTRL_Z)).isEqualTo("\r\nERROR\r\n");
        stall.release();
        bench.dte().await("+SMTP: SUCCESS\r\n");
        assertThat(body()).isEmpty();
    }

    private String type(String characters) {
        return bench.dte().type(characters);
    }

    private String body() {
        String answer = bench.exact("AT+SMTPBODY?");
        assertThat(answer).startsWith("\r\n+SMTPBODY: \"").endsWith("\"\r\n\r\nOK\r\n");
        return answer.substring(14, answer.length() - 9);
    }
}
