package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Radio.Registration;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The network around the modem changes, and the DTE sees it. */
class RadioTest {

    private final TestModem device = new TestModem();
    private final AtDialogue dte = AtDialogue.quiet(device.modem());
    private final Radio radio = device.modem().radio();

    @BeforeEach
    void subscribe() {
        dte.line("AT+CREG=1;+CGREG=1;+CNSMOD=1");
    }

    @Test
    void theSignalChanges() {
        dte.line("AT+AUTOCSQ=1,1");
        radio.receive(12, 3);
        assertThat(dte.line("AT+CSQ")).containsExactly("+CSQ: 12,3", "OK");
        pass(5);
        assertThat(dte.takenLines()).containsExactly("+CSQ: 12,3");
        radio.receive(99, 99);
        pass(5);
        assertThat(dte.takenLines()).containsExactly("+CSQ: 99,99");
        pass(60);
        assertThat(dte.takenLines()).isEmpty();
    }

    @Test
    void theOperatorChanges() {
        radio.operate("46001", "China Unicom", "Unicom");
        assertThat(dte.line("AT+COPS?")).containsExactly("+COPS: 0,0,\"China Unicom\",2", "OK");
        assertThat(dte.line("AT+COPS=3,2;+COPS?")).containsExactly("+COPS: 0,2,\"46001\",2", "OK");
        assertThat(dte.line("AT+CPSI?").get(0)).startsWith("+CPSI: WCDMA,Online,460-01,");
        assertThat(dte.line("AT+CREG?")).containsExactly("+CREG: 1,1", "OK");
    }

    @Test
    void theModemRoams() {
        radio.answer(Registration.ROAMING);
        assertThat(dte.takenLines()).containsExactly("+CREG: 2", "+CGREG: 2", "+CNSMOD: 0");
        assertThat(dte.line("AT+CSQ")).containsExactly("+CSQ: 99,99", "OK");
        pass(1);
        assertThat(dte.takenLines()).containsExactly("+CREG: 5", "+CGREG: 5", "+CNSMOD: 4");
        assertThat(dte.line("AT+CREG?")).containsExactly("+CREG: 1,5", "OK");
        radio.answer(Registration.ROAMING);
        assertThat(dte.takenLines()).isEmpty();
    }

    @Test
    void theNetworkRefuses() {
        radio.answer(Registration.DENIED);
        pass(1);
        assertThat(dte.takenLines()).containsExactly("+CREG: 2", "+CGREG: 2", "+CNSMOD: 0", "+CREG: 3", "+CGREG: 3");
        assertThat(dte.line("AT+COPS?")).containsExactly("+COPS: 0", "OK");
        assertThat(radio.packetService()).isFalse();
        dte.type("AT+COPS=?\r");
        pass(2);
        assertThat(dte.taken()).contains("+COPS:(3,\"Test PLMN 1-1\"");
        dte.line("AT+COPS=0");
        pass(1);
        assertThat(dte.takenLines()).containsExactly("+CREG: 3", "+CGREG: 3");
        radio.answer(Registration.HOME);
        pass(1);
        assertThat(dte.takenLines()).contains("+CREG: 1", "+CGREG: 1");
        assertThat(radio.packetService()).isTrue();
    }

    @Test
    void nothingRegistersWhileTheModemIsOff() {
        device.modem().power().off();
        radio.answer(Registration.ROAMING);
        device.modem().sim().pull();
        device.modem().sim().insert();
        pass(60);
        assertThat(radio.registration()).isEqualTo(Registration.IDLE);
        device.modem().power().on();
        pass(60);
        assertThat(radio.registration()).isEqualTo(Registration.ROAMING);
    }

    @Test
    void theNetworkIsLostAndComesBack() {
        radio.answer(Registration.SEARCHING);
        pass(3600);
        assertThat(dte.takenLines()).containsExactly("+CREG: 2", "+CGREG: 2", "+CNSMOD: 0");
        assertThat(dte.line("AT+CPSI?")).containsExactly("+CPSI: NO SERVICE,Online", "OK");
        dte.type("AT+COPS=?\r");
        pass(2);
        assertThat(dte.taken()).contains("+COPS:,,(0,1,2,3,4)");
        radio.answer(Registration.HOME);
        assertThat(radio.inService()).isFalse();
        device.time().advance(Duration.ofMillis(999));
        assertThat(radio.inService()).isFalse();
        device.time().advance(Duration.ofMillis(1));
        assertThat(dte.takenLines()).containsExactly("+CREG: 1", "+CGREG: 1", "+CNSMOD: 4");
    }

    @Test
    void nobodyKnows() {
        radio.answer(Registration.UNKNOWN);
        pass(1);
        assertThat(dte.line("AT+CREG?")).contains("+CREG: 1,4");
    }

    @Test
    void whatTheNetworkAnswersCountsAtTheNextPowerOn() {
        dte.line("AT+CFUN=4");
        radio.answer(Registration.ROAMING);
        assertThat(radio.registration()).isEqualTo(Registration.IDLE);
        dte.line("AT+CRESET");
        pass(10);
        assertThat(dte.taken()).contains("PB DONE");
        assertThat(radio.registration()).isEqualTo(Registration.ROAMING);
    }

    @Test
    void anotherTechnologyServes() {
        radio.serve(true);
        assertThat(dte.takenLines()).containsExactly("+CNSMOD: 2");
        assertThat(dte.line("AT+COPS?")).containsExactly("+COPS: 0,0,\"Test PLMN 1-1\",0", "OK");
        assertThat(dte.line("AT+CPSI?").get(0)).startsWith("+CPSI: GSM,Online,");
        dte.line("AT+CNMP=14");
        assertThat(dte.line("AT+CNSMOD?")).containsExactly("+CNSMOD: 1,4", "OK");
        dte.line("AT+CNMP=2");
        radio.serve(false);
        assertThat(dte.line("AT+CNSMOD?")).contains("+CNSMOD: 1,4");
    }

    private void pass(int seconds) {
        device.time().advance(Duration.ofSeconds(seconds));
    }
}
