package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Firmware;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the rows of the socket settings come to. */
class SocketSettingsTest {

    private final NetworkedModem modem = new NetworkedModem(
            new Resolver(List.of(), List.of()), List.of(), blueprint -> blueprint.firmware(Firmware.V2014));
    private final SocketSettings settings = SocketSettings.of(modem.modem());

    @Test
    void afterPowerOn() {
        assertThat(settings.header()).isTrue();
        assertThat(settings.showSource()).isTrue();
        assertThat(settings.transparent()).isFalse();
        assertThat(settings.retries()).isEqualTo(10);
        assertThat(settings.delay()).isZero();
        assertThat(settings.ack()).isTrue();
        assertThat(settings.numericErrors()).isFalse();
        assertThat(settings.receiveHeader()).isFalse();
        assertThat(settings.async()).isFalse();
        assertThat(settings.retransmission()).isEqualTo(Duration.ofMillis(500));
        assertThat(settings.waitsForAcknowledgement()).isFalse();
        assertThat(settings.openTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.sendTimeout()).isEqualTo(Duration.ofMinutes(2));
        assertThat(settings.openRetries()).isEqualTo(3);
        assertThat(settings.openTry()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.lookUpTimeout()).isEqualTo(Duration.ofSeconds(35));
        assertThat(settings.keepAlive()).isFalse();
        assertThat(settings.finTimeout()).isZero();
        assertThat(settings.echoReplies()).isTrue();
    }

    @Test
    void eachFromItsOwnField() {
        modem.line("AT+CIPHEAD=0;+CIPSRIP=0;+CIPMODE=1;+CIPSENDMODE=1;+CIPENPSH=0");
        modem.line("AT+CIPCCFG=1,2,0,0,1,1,600;+CIPTIMEOUT=4000,5000,6000;+CIPDNSSET=2,7000,0");
        modem.line("AT+CTCPKA=1,8,9;+CTCPFIN=1,10;+CINICMPALLOW=0x2");
        assertThat(settings.header()).isFalse();
        assertThat(settings.showSource()).isFalse();
        assertThat(settings.transparent()).isTrue();
        assertThat(settings.waitsForAcknowledgement()).isTrue();
        assertThat(settings.retries()).isEqualTo(1);
        assertThat(settings.delay()).isEqualTo(Duration.ofMillis(2));
        assertThat(settings.ack()).isFalse();
        assertThat(settings.numericErrors()).isTrue();
        assertThat(settings.receiveHeader()).isTrue();
        assertThat(settings.async()).isTrue();
        assertThat(settings.retransmission()).isEqualTo(Duration.ofMillis(600));
        assertThat(settings.openTimeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.sendTimeout()).isEqualTo(Duration.ofSeconds(6));
        assertThat(settings.openRetries()).isEqualTo(2);
        assertThat(settings.openTry()).isEqualTo(Duration.ofSeconds(7));
        assertThat(settings.lookUpTimeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(settings.keepAlive()).isTrue();
        assertThat(settings.keepAliveIdle()).isEqualTo(Duration.ofMinutes(8));
        assertThat(settings.keepAliveTries()).isEqualTo(9);
        assertThat(settings.finTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.echoReplies()).isFalse();
    }

    @Test
    void olderFirmwareHasFewerFieldsWithTheSameValues() {
        NetworkedModem older = new NetworkedModem();
        older.line("AT+CIPCCFG=3,500,0,0,1");
        assertThat(older.line("AT+CIPCCFG?")).containsExactly("+CIPCCFG:3,500,0,0,1", "OK");
        assertThat(SocketSettings.of(older.modem()).retransmission()).isEqualTo(Duration.ofMillis(500));
    }
}
