package io.github.sim52xx.dce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Line editing, echo, formats and the order of things, to the byte. */
class DceTest {

    private final TestModem device = new TestModem();
    private final AtDialogue dte = AtDialogue.on(device.modem());

    @Test
    void echoesAndAnswers() {
        assertThat(dte.type("AT\r")).isEqualTo("AT\r\r\nOK\r\n");
    }

    @Test
    void informationTextAndResultAreFramedByLineBreaks() {
        dte.type("ATE0\r");
        assertThat(dte.type("AT+CSQ\r")).isEqualTo("\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
    }

    @Test
    void shortFormatAfterV0() {
        dte.type("ATE0V0\r");
        assertThat(dte.type("AT+CSQ\r")).isEqualTo("+CSQ: 22,0\r\n0\r");
        assertThat(dte.type("AT+NONSENSE\r")).isEqualTo("4\r");
        assertThat(dte.type("ATV1\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void resultsAreSuppressedAfterQ1() {
        dte.type("ATE0Q1\r");
        assertThat(dte.type("AT+CSQ\r")).isEqualTo("\r\n+CSQ: 22,0\r\n");
        assertThat(dte.type("AT\r")).isEmpty();
        assertThat(dte.type("ATQ0\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void s3AndS4AreUsedInBothDirections() {
        dte.type("ATE0S4=33S3=42\r");
        assertThat(dte.type("AT*")).isEqualTo("*!OK*!");
        assertThat(dte.type("ATS3=13S4=10*")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void s5AndDeleteEdit() {
        dte.type("ATE0\r");
        assertThat(dte.type("AT+CX\bS\u007fSQ\r")).isEqualTo("\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
    }

    @Test
    void severalCommandsShareOneResult() {
        dte.type("ATE0\r");
        assertThat(dte.line("ATV1Q0+CMEE=2;+CMEE?;+CSQ")).containsExactly("+CMEE: 2", "+CSQ: 22,0", "OK");
    }

    @Test
    void theFirstFailingCommandEndsTheLine() {
        dte.type("ATE0\r");
        assertThat(dte.line("AT+CMEE=1;+CPIN=\"0000\";+CMEE=2")).containsExactly("+CME ERROR: 3");
        assertThat(dte.line("AT+CMEE?")).containsExactly("+CMEE: 1", "OK");
    }

    @Test
    void repeatsTheLastLine() {
        dte.type("ATE0\r");
        assertThat(AtDialogue.on(device.modem()).type("A/")).isEqualTo("A/\r\nOK\r\n");
        dte.type("AT+CSQ\r");
        assertThat(dte.type("A/")).isEqualTo("\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
        assertThat(dte.type("a/")).isEqualTo("\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
    }

    @Test
    void whatStandsBeforeAtDoesNotCount() {
        dte.type("ATE0\r");
        assertThat(dte.type("\r\n\r\nxyz AT+CSQ\r\n")).isEqualTo("\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
        assertThat(dte.type("hello\r")).isEmpty();
        assertThat(dte.type("aaT\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void caseBlanksAndOtherPrefixesDoNotMatter() {
        dte.type("ATE0\r");
        assertThat(dte.line("at + csq")).containsExactly("ERROR");
        assertThat(dte.line("At+cSq")).containsExactly("+CSQ: 22,0", "OK");
        assertThat(dte.line("AT#CSQ")).containsExactly("+CSQ: 22,0", "OK");
        assertThat(dte.line("AT$CSQ;  +CSQ ;")).containsExactly("+CSQ: 22,0", "+CSQ: 22,0", "OK");
        assertThat(dte.line("AT+CMEE = 2 ; +CMEE ?")).containsExactly("+CMEE: 2", "OK");
    }

    @Test
    void aLineThatIsTooLongIsDroppedWhole() {
        dte.type("ATE0\r");
        assertThat(dte.type("AT" + " ".repeat(2048) + "\r")).isEqualTo("\r\nOK\r\n");
        assertThat(dte.type("AT" + " ".repeat(2049) + "\b\b\b\r")).isEqualTo("\r\nERROR\r\n");
        assertThat(dte.type("AT\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void telnetNegotiationPassesUnseen() {
        assertThat(dte.type(
                        "\u00ff\u00fb\u0003A\u00ff\u00fd\u0001T\u00ff\u00fa\u001f\u0000P\u0000\u0018\u00ff\u00f0\r"))
                .isEqualTo("AT\r\r\nOK\r\n");
    }

    @Test
    void earlyInputIsExecutedInOrder() {
        dte.type("ATE0\r");
        assertThat(dte.type("AT+CMEE=2\rAT+CMEE?\rAT+CSQ\rAT+CM"))
                .isEqualTo("\r\nOK\r\n\r\n+CMEE: 2\r\n\r\nOK\r\n\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
        assertThat(dte.type("EE=1\r")).isEqualTo("\r\nOK\r\n");
    }

    @Test
    void inputWaitsWhileACommandTakesItsTime() {
        dte.type("ATE0\r");
        assertThat(dte.type("AT+COPS=?\r\n")).isEmpty();
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.taken()).isEmpty();
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.takenLines())
                .containsExactly("+COPS:(2,\"Test PLMN 1-1\",\"Test\",\"00101\",2),,(0,1,2,3,4),(0,1,2)", "OK");
    }

    @Test
    void typingAbortsASearchAndIsExecutedThen() {
        dte.type("ATE0\r");
        dte.type("AT+COPS=?\r\n");
        assertThat(dte.type("AT+CSQ\r")).isEqualTo("\r\nERROR\r\n\r\n+CSQ: 22,0\r\n\r\nOK\r\n");
    }

    @Test
    void terminalsHaveTheirOwnEchoAndFormat() {
        AtDialogue other = AtDialogue.on(device.modem());
        dte.type("ATE0V0\r");
        assertThat(other.type("AT\r")).isEqualTo("AT\r\r\nOK\r\n");
        assertThat(dte.type("AT\r")).isEqualTo("0\r");
    }

    @Test
    void halfClosedDteGetsItsAnswersFirst() {
        dte.type("ATE0\r");
        dte.type("AT+COPS=?\r");
        dte.endInput();
        assertThat(dte.isClosed()).isFalse();
        device.time().advance(Duration.ofSeconds(3));
        assertThat(dte.takenLines()).last().isEqualTo("OK");
        assertThat(dte.isClosed()).isTrue();
    }

    @Test
    void unsolicitedCodesWaitForTheEndOfACommand() {
        dte.type("ATE0+AUTOCSQ=1\r");
        dte.type("AT+COPS=?\r");
        device.time().advance(Duration.ofMillis(1));
        AtDialogue other = AtDialogue.quiet(device.modem());
        device.time().advance(Duration.ofMillis(1999));
        assertThat(dte.takenLines()).hasSize(2);
        device.time().advance(Duration.ofSeconds(2));
        dte.type("AT+COPS=?\r");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.taken()).isEmpty();
        assertThat(other.taken()).isEqualTo("\r\n+CSQ: 22,0\r\n");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.takenLines()).endsWith("OK", "+CSQ: 22,0");
    }

    @Test
    void aDteThatEndsLinesWithLfIsHinted() {
        dte.type("AT+CSQ\n");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(device.events()).singleElement().asString().contains("terminal 1 ends its lines with LF");
        assertThat(dte.type("\r")).contains("+CSQ");
    }
}
