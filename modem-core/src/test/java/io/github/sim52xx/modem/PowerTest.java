package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Boot, reset, power-off, and what outlives them. */
class PowerTest {

    private static final Duration BOOT = Duration.ofSeconds(4);

    private final Map<String, String> nvram = new HashMap<>();
    private final NonVolatile.Medium medium = new NonVolatile.Medium() {
        @Override
        public Map<String, String> load() {
            return nvram;
        }

        @Override
        public void keep(Map<String, String> texts) {
            nvram.clear();
            nvram.putAll(texts);
        }
    };

    @Test
    void aColdModemBootsWhenATerminalAttaches() {
        TestModem device = new TestModem(List.of(), blueprint -> blueprint.coldBoot(true));
        AtDialogue dte = AtDialogue.on(device.modem());
        assertThat(dte.type("AT\r")).isEmpty();
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.taken()).isEqualTo("\r\nSTART\r\n");
        assertThat(dte.type("AT+CREG?\r")).contains("+CREG: 0,0");
        device.time().advance(BOOT);
        assertThat(dte.taken()).isEqualTo("\r\n+CPIN: READY\r\n\r\nSMS DONE\r\n\r\nPB DONE\r\n");
        assertThat(dte.line("AT+CREG?")).contains("+CREG: 0,1");
    }

    @Test
    void aResetForgetsWhatIsVolatileAndKeepsTheRest() {
        TestModem device = new TestModem(medium, List.of(), blueprint -> blueprint);
        AtDialogue dte = AtDialogue.on(device.modem());
        dte.line("ATE0");
        dte.line("AT+CMEE=2;+CREG=2;+CTZU=1;+CNMP=13;+CATR=0,1;+IPREX=9600");
        assertThat(dte.type("AT+CRESET\r")).isEqualTo("\r\nOK\r\n");
        assertThat(dte.type("AT\r")).isEmpty();
        device.time().advance(BOOT);
        assertThat(dte.takenLines()).containsExactly("START", "+CPIN: READY", "SMS DONE", "PB DONE");
        assertThat(dte.line("AT+CMEE?;+CREG?;+CTZU?;+CNMP?;+IPR?"))
                .containsExactly(
                        "AT+CMEE?;+CREG?;+CTZU?;+CNMP?;+IPR?",
                        "+CMEE: 0",
                        "+CREG: 0,1",
                        "+CTZU: 1",
                        "+CNMP: 13",
                        "+IPR: 9600",
                        "OK");
    }

    @Test
    void anotherProcessFindsWhatWasKept() {
        AtDialogue first = AtDialogue.quiet(new TestModem(medium, List.of(), b -> b.clockStart(null)).modem());
        first.line("AT+CTZU=1;+CCLK=\"12/03/04,05:06:07+08\"");
        first.line("ATE0V1&C2&W");
        AtDialogue second = AtDialogue.on(new TestModem(medium, List.of(), b -> b.clockStart(null)).modem());
        assertThat(second.line("AT+CTZU?")).containsExactly("+CTZU: 1", "OK");
        assertThat(second.line("AT+CCLK?")).containsExactly("+CCLK: \"12/03/04,05:06:07+08\"", "OK");
    }

    @Test
    void powerOffIsSilence() {
        TestModem device = new TestModem();
        AtDialogue dte = AtDialogue.quiet(device.modem());
        assertThat(dte.line("AT+CPOF")).containsExactly("OK");
        device.time().advance(BOOT);
        assertThat(dte.type("AT\r")).isEmpty();
        assertThat(dte.isClosed()).isFalse();
        device.modem().execute(device.modem().power()::on);
        device.time().advance(BOOT);
        assertThat(dte.takenLines()).contains("START", "PB DONE");
    }

    @Test
    void aPendingCommandDiesWithTheModem() {
        TestModem device = new TestModem();
        AtDialogue dte = AtDialogue.quiet(device.modem());
        dte.type("AT+COPS=?\r");
        AtDialogue.on(device.modem()).line("AT+CRESET");
        device.time().advance(BOOT);
        assertThat(dte.takenLines()).containsExactly("START", "+CPIN: READY", "SMS DONE", "PB DONE");
    }

    @Test
    void aSimWithPinIsWaitedFor() {
        Profile locked = new Profile(
                null,
                new SimCard(null, null, "4711", null, null, null, null, null, null, null),
                null,
                null,
                null,
                null);
        TestModem device =
                new TestModem(List.of(), blueprint -> blueprint.coldBoot(true).profile(locked));
        AtDialogue dte = AtDialogue.on(device.modem());
        device.time().advance(BOOT);
        assertThat(dte.takenLines()).containsExactly("START", "+CPIN: SIM PIN");
        dte.line("ATE0+CMEE=2");
        assertThat(dte.line("AT+CIMI")).containsExactly("+CME ERROR: SIM PIN required");
        assertThat(dte.line("AT+CPIN=4711")).containsExactly("OK");
        device.time().advance(BOOT);
        assertThat(dte.takenLines()).containsExactly("+CPIN: READY", "SMS DONE", "PB DONE");
        assertThat(dte.line("AT+CIMI")).last().isEqualTo("OK");
    }
}
