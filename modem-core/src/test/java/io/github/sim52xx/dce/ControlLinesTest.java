package io.github.sim52xx.dce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DCD, DSR and RI as the DTE sees them. */
class ControlLinesTest {

    private static final Circuits READY = new Circuits(true, true, true, false);
    private static final Circuits NO_CARRIER = new Circuits(true, true, false, false);

    private final List<TransparentSession> sessions = new ArrayList<>();
    private final TestModem device = new TestModem(List.of(new TransparentSession.Commands(sessions)), at -> at);
    private final AtDialogue dte = AtDialogue.quiet(device.modem());

    @Test
    void everythingIsOnButTheRing() {
        assertThat(dte.circuits()).isEqualTo(READY);
    }

    @Test
    void carrierIsShownAfterC1() {
        dte.type("AT&C1\r");
        assertThat(dte.circuits()).isEqualTo(NO_CARRIER);
        dte.type("AT+TESTCONNECT\r");
        assertThat(dte.circuits()).isEqualTo(READY);
        device.time().advance(Duration.ofSeconds(1));
        dte.type("+++");
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.circuits()).isEqualTo(READY);
        dte.type("ATH\r");
        assertThat(dte.circuits()).isEqualTo(NO_CARRIER);
    }

    @Test
    void aTransferIsNoCarrier() {
        dte.type("AT&C1\r");
        dte.type("AT+TESTTRANSFER\r");
        assertThat(dte.circuits()).isEqualTo(NO_CARRIER);
    }

    @Test
    void carrierBlinksAfterC2() {
        dte.type("AT&C2\r");
        dte.type("AT+TESTCONNECT\r");
        assertThat(dte.circuits()).isEqualTo(READY);
        dte.terminalReady(false);
        assertThat(dte.circuits()).isEqualTo(NO_CARRIER);
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.circuits()).isEqualTo(READY);
    }

    @Test
    void dataSetReadyIsTheConnectionAfterS1() {
        dte.type("AT&S1\r");
        assertThat(dte.circuits().dataSetReady()).isFalse();
        dte.type("AT+TESTCONNECT\r");
        assertThat(dte.circuits().dataSetReady()).isTrue();
    }

    @Test
    void keptParametersCount() {
        dte.type("AT&C1&W\r");
        assertThat(AtDialogue.quiet(device.modem()).circuits()).isEqualTo(NO_CARRIER);
    }

    @Test
    void unsolicitedCodesRingIfToldTo() {
        device.modem().terminals().unsolicited("+CREG: 1");
        assertThat(dte.circuits().ringIndicator()).isFalse();
        dte.type("AT+CFGRI=1\r");
        device.modem().terminals().unsolicited("+CREG: 1");
        assertThat(dte.circuits().ringIndicator()).isTrue();
        device.time().advance(Duration.ofMillis(59));
        assertThat(dte.circuits().ringIndicator()).isTrue();
        device.time().advance(Duration.ofMillis(1));
        assertThat(dte.circuits().ringIndicator()).isFalse();
    }

    @Test
    void aDeviceThatIsOffDrivesNothing() {
        device.modem().power().restart();
        assertThat(dte.circuits()).isEqualTo(Circuits.OFF);
        device.time().advance(Duration.ofSeconds(1));
        assertThat(dte.circuits()).isEqualTo(READY);
    }
}
