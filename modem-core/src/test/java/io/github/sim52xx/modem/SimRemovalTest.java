package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Somebody lays hands on the SIM while the modem runs. */
class SimRemovalTest {

    private final TestModem device = new TestModem();
    private final AtDialogue dte = AtDialogue.quiet(device.modem());
    private final Sim sim = device.modem().sim();

    @BeforeEach
    void subscribe() {
        dte.line("AT+CMEE=1;+CREG=1");
    }

    @Test
    void itIsPulledAndPutBack() {
        sim.pull();
        pass(10);
        assertThat(dte.takenLines()).containsExactly("+CREG: 0", "+SIMCARD: NOT AVAILABLE");
        assertThat(dte.line("AT+CPIN?")).containsExactly("+CME ERROR: 10");
        assertThat(dte.line("AT+CSQ")).containsExactly("+CME ERROR: 10");
        sim.pull();
        pass(10);
        assertThat(dte.taken()).isEmpty();
        sim.insert();
        pass(10);
        assertThat(dte.takenLines()).containsExactly("+CREG: 2", "+CPIN: READY", "+CREG: 1", "SMS DONE", "PB DONE");
        assertThat(dte.line("AT+CPIN?")).containsExactly("+CPIN: READY", "OK");
    }

    @Test
    void aLockedOneAsksForItsPinWhenItIsBack() {
        dte.line("AT+CLCK=\"SC\",1,\"1234\"");
        sim.pull();
        sim.insert();
        pass(10);
        assertThat(dte.takenLines()).containsExactly("+CREG: 0", "+CPIN: SIM PIN");
        assertThat(dte.line("AT+CPIN=1234")).containsExactly("OK", "+CREG: 2");
        pass(10);
        assertThat(dte.takenLines()).containsExactly("+CPIN: READY", "+CREG: 1", "SMS DONE", "PB DONE");
    }

    @Test
    void itIsLocked() {
        sim.lock();
        pass(10);
        assertThat(dte.takenLines()).containsExactly("+CREG: 0", "+CPIN: SIM PIN");
        assertThat(dte.line("AT+CSQ")).containsExactly("+CME ERROR: 11");
        sim.unlock();
        pass(10);
        assertThat(dte.takenLines()).contains("+CPIN: READY", "+CREG: 1");
        assertThat(dte.line("AT+CLCK=\"SC\",2")).containsExactly("+CLCK: 1", "OK");
    }

    @Test
    void itIsBlocked() {
        sim.block();
        pass(10);
        assertThat(dte.takenLines()).containsExactly("+CREG: 0", "+CPIN: SIM PUK");
        assertThat(dte.line("AT+CSQ")).containsExactly("+CME ERROR: 12");
        assertThat(dte.line("AT+SPIC")).containsExactly("+SPIC: 0,10,3,10", "OK");
        assertThat(dte.line("AT+CPIN=12345678,4711")).containsExactly("OK", "+CREG: 2");
        pass(10);
        assertThat(dte.takenLines()).contains("+CPIN: READY", "PB DONE");
    }

    @Test
    void evenADeadOneCanBeUnlocked() {
        sim.block();
        for (int i = 0; i < 10; i++) {
            dte.line("AT+CPIN=00000000,1111");
        }
        pass(10);
        assertThat(sim.state()).isEqualTo(Sim.State.DEAD);
        dte.taken();
        sim.unlock();
        pass(10);
        assertThat(dte.takenLines()).contains("+CPIN: READY", "+CREG: 1", "PB DONE");
        assertThat(dte.line("AT+SPIC")).containsExactly("+SPIC: 3,10,3,10", "OK");
    }

    @Test
    void whatHappensToItWhileTheModemIsOffIsFoundAtPowerOn() {
        device.modem().power().off();
        sim.pull();
        pass(10);
        assertThat(dte.taken()).isEmpty();
        device.modem().power().on();
        pass(10);
        assertThat(dte.takenLines()).containsExactly("START", "+SIMCARD: NOT AVAILABLE");
    }

    @Test
    void theBootSaysNothingAboutASimThatHasGone() {
        device.modem().power().restart();
        device.time().advance(Duration.ofMillis(1600));
        assertThat(dte.takenLines()).containsExactly("START", "+CPIN: READY");
        sim.pull();
        pass(10);
        assertThat(dte.takenLines()).containsExactly("+SIMCARD: NOT AVAILABLE");
    }

    private void pass(int seconds) {
        device.time().advance(Duration.ofSeconds(seconds));
    }
}
