package io.github.sim52xx.dce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What +IFC does in each direction. */
class FlowControlTest {

    private static final String XON = "\u0011";
    private static final String XOFF = "\u0013";
    private static final String OK = "\r\nOK\r\n";

    private final List<TransparentSession> sessions = new ArrayList<>();
    private final TestModem device = new TestModem(
            List.of(new TransparentSession.Commands(sessions)), blueprint -> blueprint.firmware(Firmware.V2014));
    private final AtDialogue dte = AtDialogue.quiet(device.modem());

    @Test
    void withoutItTheCharactersMeanNothing() {
        assertThat(dte.type(XOFF + "AT\r")).isEqualTo(OK);
    }

    @Test
    void xoffStopsTheDceInCommandMode() {
        dte.type("AT+IFC=1,1\r");
        assertThat(dte.type(XOFF)).isEmpty();
        assertThat(dte.type("AT+CSQ\r")).isEmpty();
        device.modem().terminals().unsolicited("+CREG: 1");
        assertThat(dte.type(XON)).isEqualTo("\r\n+CSQ: 22,0\r\n" + OK + "\r\n+CREG: 1\r\n");
        assertThat(dte.type("A" + XOFF + XON + "T\r")).isEqualTo(OK);
    }

    @Test
    void theCharactersAreNotEchoed() {
        dte.type("ATE1+IFC=3,3\r");
        assertThat(dte.type(XOFF + XON + "AT\r")).isEqualTo("AT\r" + OK);
    }

    @Test
    void inDataModeTheyAreData() {
        dte.type("AT+IFC=1,1\r");
        dte.type("AT+TESTCONNECT\r");
        dte.type("a" + XOFF + "b" + XON);
        assertThat(sessions.get(0).data()).isEqualTo("a" + XOFF + "b" + XON);
        sessions.get(0).line().send(new byte[] {'c'});
        assertThat(dte.taken()).isEqualTo("c");
    }

    @Test
    void afterIfc0TheDteIsHeardAgain() {
        dte.type("AT+IFC=1,1\r");
        assertThat(dte.type(XOFF + "AT\r")).isEmpty();
        assertThat(dte.type("AT+IFC=0,0\r")).isEqualTo(OK + OK);
    }

    @Test
    void aDteThatHasLostItsXonIsAnsweredAfterAll() {
        dte.type("AT+IFC=1,1\r");
        dte.type(XOFF);
        String line = "AT" + " ".repeat(1000) + "\r";
        StringBuilder answers = new StringBuilder();
        for (int i = 0; i < 70; i++) {
            answers.append(dte.type(line));
        }
        assertThat(answers).hasToString(OK.repeat(70));
    }

    @Test
    void theDteIsStoppedByCharacters() {
        dte.type("AT+IFC=1,1\r");
        assertThat(fill()).isEqualTo(XOFF);
        device.time().advance(Duration.ofSeconds(3));
        assertThat(dte.taken()).contains("+COPS:").endsWith(XON);
    }

    @Test
    void rtsStopsTheDceInDataModeToo() {
        dte.type("AT+IFC=2,2\r");
        dte.requestToSend(false);
        assertThat(dte.type("AT\r")).isEmpty();
        dte.requestToSend(true);
        assertThat(dte.taken()).isEqualTo(OK);
        dte.type("AT+TESTCONNECT\r");
        dte.requestToSend(false);
        sessions.get(0).line().send(new byte[] {'c'});
        assertThat(sessions.get(0).line().backlog()).isOne();
        assertThat(dte.taken()).isEmpty();
        dte.requestToSend(true);
        assertThat(dte.taken()).isEqualTo("c");
    }

    @Test
    void rtsMeansNothingWithoutIfc() {
        dte.requestToSend(false);
        assertThat(dte.type("AT\r")).isEqualTo(OK);
    }

    @Test
    void ctsStopsTheDte() {
        dte.type("AT+IFC=2,2\r");
        assertThat(dte.circuits().clearToSend()).isTrue();
        fill();
        assertThat(dte.circuits().clearToSend()).isFalse();
        device.time().advance(Duration.ofSeconds(3));
        assertThat(dte.circuits().clearToSend()).isTrue();
    }

    @Test
    void aStoppedDceKeepsItsMemory() {
        dte.type("AT+IFC=2,2\r");
        dte.requestToSend(false);
        String line = "AT+CSQ\r".repeat(1000);
        for (int i = 0; i < 20; i++) {
            dte.type(line);
        }
        assertThat(dte.isHeld()).isTrue();
        dte.requestToSend(true);
        assertThat(dte.taken()).hasSize(20 * 1000 * ("\r\n+CSQ: 22,0\r\n" + OK).length());
        assertThat(dte.isHeld()).isFalse();
    }

    @Test
    void whatIsKeptCountsFromTheStart() {
        dte.type("AT+IFC=1,1;&W\r");
        device.modem().power().restart();
        device.time().advance(Duration.ofSeconds(5));
        dte.taken();
        dte.type("ATE0\r");
        assertThat(dte.type(XOFF + "AT\r")).isEmpty();
        assertThat(dte.type(XON)).isEqualTo(OK);
    }

    /** More than the modem takes while it searches for networks; returns what it says to that. */
    private String fill() {
        StringBuilder said = new StringBuilder(dte.type("AT+COPS=?\r\n"));
        for (int i = 0; i < 66; i++) {
            said.append(dte.type("\n".repeat(1024)));
        }
        return said.toString();
    }
}
