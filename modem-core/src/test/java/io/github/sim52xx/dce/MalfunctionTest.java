package io.github.sim52xx.dce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The modem lives, but its DTE hears too little of it, or too late. */
class MalfunctionTest {

    private static final Duration LATE = Duration.ofSeconds(3);

    private final TestModem device = new TestModem();
    private final AtDialogue dte = AtDialogue.on(device.modem());
    private final Malfunction malfunction = device.modem().malfunction();

    @Test
    void aMuteModemTakesCommandsAllTheSame() {
        AtDialogue other = AtDialogue.on(device.modem());
        malfunction.setMute(true);
        assertThat(dte.type("AT+CREG=1;+CFUN=4\r")).isEmpty();
        assertThat(dte.taken()).isEmpty();
        assertThat(other.type("AT\r")).isEmpty();
        malfunction.setMute(false);
        assertThat(dte.line("AT+CREG?")).contains("+CREG: 1,0", "OK");
    }

    @Test
    void anOkGetsLostAndNothingElse() {
        malfunction.loseOks(2);
        assertThat(dte.type("AT+CFUN?\r")).isEqualTo("AT+CFUN?\r\r\n+CFUN: 1\r\n");
        assertThat(dte.line("AT+NO")).containsExactly("AT+NO", "ERROR");
        assertThat(malfunction.lostOks()).isEqualTo(1);
        assertThat(dte.line("ATV0")).containsExactly("ATV0");
        assertThat(malfunction.lostOks()).isZero();
        assertThat(dte.line("ATV1")).containsExactly("ATV1", "OK");
    }

    @Test
    void everythingIsLateInItsOrder() {
        dte.line("AT+CREG=1");
        malfunction.setDelay(LATE);
        assertThat(dte.type("AT+CFUN?\r")).isEmpty();
        device.modem().radio().setDeregistered(true);
        device.time().advance(LATE.minusMillis(1));
        assertThat(dte.taken()).isEmpty();
        device.time().advance(Duration.ofMillis(1));
        assertThat(dte.takenLines()).containsExactly("AT+CFUN?", "+CFUN: 1", "OK", "+CREG: 0");
    }

    @Test
    void whatIsLateStillComesBeforeWhatIsNot() {
        malfunction.setDelay(LATE);
        dte.type("ATI\r");
        malfunction.setDelay(Duration.ZERO);
        dte.type("AT+CFUN?\r");
        device.time().advance(Duration.ZERO);
        assertThat(dte.taken()).startsWith("ATI\r").endsWith("+CFUN: 1\r\n\r\nOK\r\n");
        device.time().advance(LATE);
        assertThat(dte.taken()).isEmpty();
        assertThat(dte.type("AT\r")).isEqualTo("AT\r\r\nOK\r\n");
    }

    @Test
    void whatIsLateIsLostWithThePower() {
        malfunction.setDelay(LATE);
        dte.type("AT\r");
        device.modem().power().off();
        device.time().advance(LATE);
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void aTerminalThatEndsItsInputGetsWhatIsLate() {
        malfunction.setDelay(LATE);
        dte.type("AT\r");
        dte.endInput();
        assertThat(dte.isClosed()).isFalse();
        device.time().advance(LATE);
        assertThat(dte.taken()).isEqualTo("AT\r\r\nOK\r\n");
        assertThat(dte.isClosed()).isTrue();
    }

    @Test
    void whatIsLateHoldsADteThatGoesOn() {
        malfunction.setDelay(LATE);
        StringBuilder much = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            much.append("AT+CGMI\r");
        }
        dte.type(much.toString());
        assertThat(dte.isHeld()).isTrue();
        long answers = 0;
        for (int i = 0; i < 20; i++) {
            device.time().advance(LATE);
            answers += dte.takenLines().stream().filter("OK"::equals).count();
        }
        assertThat(answers).isEqualTo(5_000);
        assertThat(dte.isHeld()).isFalse();
    }
}
