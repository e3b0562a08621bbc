package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The supply fails: for a moment, or for good. */
class SupplyTest {

    private final TestModem device = new TestModem();
    private final Modem modem = device.modem();
    private final AtDialogue dte = AtDialogue.quiet(modem);

    @Test
    void aBrownOutIsARestartThatNobodyAskedFor() {
        dte.line("AT+CREG=2");
        modem.part(Supply.class).brownOut();
        assertThat(dte.type("AT\r")).isEmpty();
        pass(10);
        assertThat(dte.takenLines()).containsExactly("START", "+CPIN: READY", "SMS DONE", "PB DONE");
        assertThat(dte.line("AT+CREG?")).contains("+CREG: 0,1");
        assertThat(dte.line("AT+CBC")).contains("+CBC: 0,75,3.810V");
        assertThat(dte.isClosed()).isFalse();
    }

    @Test
    void theAlarmWarnsFirst() {
        dte.line("AT+CVALARM=1,3000");
        modem.part(Supply.class).brownOut();
        pass(10);
        assertThat(dte.takenLines())
                .containsExactly("warning! Voltage is low:2700", "START", "+CPIN: READY", "SMS DONE", "PB DONE");
    }

    @Test
    void theAlarmRepeatsAndOutlivesThePower() {
        dte.line("AT+CVALARM=1,4000");
        pass(40);
        assertThat(dte.takenLines()).containsExactly("warning! Voltage is low:3810", "warning! Voltage is low:3810");
        modem.power().off();
        pass(60);
        assertThat(dte.taken()).isEmpty();
        modem.power().on();
        pass(21);
        assertThat(dte.takenLines()).last().isEqualTo("warning! Voltage is low:3810");
        dte.line("ATE0+CVALARM=0");
        pass(60);
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void abrownOutDuringTheBootBeginsItAgain() {
        modem.power().restart();
        pass(2);
        dte.taken();
        modem.part(Supply.class).brownOut();
        pass(10);
        assertThat(dte.takenLines()).containsExactly("START", "+CPIN: READY", "SMS DONE", "PB DONE");
    }

    @Test
    void aModemThatIsOffStaysOff() {
        modem.power().off();
        modem.part(Supply.class).brownOut();
        pass(10);
        assertThat(dte.taken()).isEmpty();
    }

    @Test
    void aCutIsSilence() {
        dte.type("AT+COPS=?\r");
        modem.power().off();
        pass(60);
        assertThat(dte.type("AT\r")).isEmpty();
        assertThat(dte.isClosed()).isFalse();
    }

    private void pass(int seconds) {
        device.time().advance(Duration.ofSeconds(seconds));
    }
}
