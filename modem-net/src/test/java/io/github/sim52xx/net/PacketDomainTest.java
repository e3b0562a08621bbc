package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Attachment and activation (27.007 10.1.9, 10.1.10). */
class PacketDomainTest {

    private final NetworkedModem modem = new NetworkedModem();
    private final PacketDomain domain = modem.domain();

    @Test
    void contextsAreActivatedAndHaveAnAddressThen() {
        assertThat(domain.isActive(1)).isFalse();
        assertThat(domain.address(1)).isEqualTo("0.0.0.0");
        assertThat(domain.activate(1, true)).isTrue();
        assertThat(domain.isActive(1)).isTrue();
        assertThat(domain.address(1)).isEqualTo(modem.bearer().address());
        assertThat(domain.activate(1, false)).isTrue();
        assertThat(domain.isActive(1)).isFalse();
    }

    @Test
    void onlyWhatIsDefinedCanBeActive() {
        assertThat(domain.activate(2, true)).isFalse();
        assertThat(domain.activate(2, false)).isTrue();
        modem.line("AT+CGDCONT=2,\"IP\"");
        assertThat(domain.activate(2, true)).isTrue();
        modem.line("AT+CGDCONT=2");
        modem.line("AT+CGDCONT=2,\"IP\"");
        assertThat(domain.isActive(2)).isFalse();
    }

    @Test
    void aFactoryResetLeavesOnlyTheFactorysContextActive() {
        modem.line("AT+CGDCONT=2,\"IP\"");
        domain.activate(1, true);
        domain.activate(2, true);
        modem.line("AT&F1");
        assertThat(domain.isActive(1)).isTrue();
        assertThat(domain.isActive(2)).isFalse();
    }

    @Test
    void detachmentEndsAll() {
        domain.activate(1, true);
        assertThat(modem.line("AT+CGATT=0")).containsExactly("OK");
        assertThat(domain.isActive(1)).isFalse();
        assertThat(domain.activate(1, true)).isFalse();
        assertThat(modem.line("AT+CGATT=1")).containsExactly("OK");
        assertThat(domain.isActive(1)).isFalse();
        assertThat(domain.activate(1, true)).isTrue();
    }

    @Test
    void losingTheNetworkEndsAll() {
        domain.activate(1, true);
        modem.line("AT+CFUN=4");
        assertThat(domain.isActive(1)).isFalse();
        modem.line("AT+CFUN=1");
        assertThat(modem.line("AT+CGATT?")).containsExactly("+CGATT: 0", "OK");
        assertThat(domain.activate(1, true)).isFalse();
        modem.pass(2);
        assertThat(modem.line("AT+CGATT?")).containsExactly("+CGATT: 1", "OK");
        assertThat(domain.activate(1, true)).isTrue();
    }

    @Test
    void powerOffForgetsWhatIsNotKept() {
        domain.activate(1, true);
        modem.line("AT+CSOCKAUTH=1,1,\"secret\",\"me\"");
        modem.line("AT+CGAUTH=1,1,\"secret\",\"me\"");
        modem.line("AT+CGSOCKCONT=1");
        modem.line("AT+CRESET");
        modem.pass(10);
        assertThat(domain.isActive(1)).isFalse();
        assertThat(domain.authentications()).isEmpty();
        assertThat(domain.socketAuthentications()).isEmpty();
        assertThat(domain.socketContexts().isDefined(1)).isFalse();
    }

    @Test
    void theBuiltInClientsUseTheContextThatIsChosen() {
        assertThat(domain.hasSocketContext()).isTrue();
        modem.line("AT+CSOCKSETPN=7");
        assertThat(domain.hasSocketContext()).isTrue();
        modem.line("AT+CGSOCKCONT=7");
        assertThat(domain.hasSocketContext()).isFalse();
        modem.line("AT+CSOCKSETPN=8");
        assertThat(domain.hasSocketContext()).isTrue();
    }

    @Test
    void passwordsAreTakenInButNotShown() {
        assertThat(modem.line("AT+CSOCKAUTH=1,2,\"secret\",\"me\"")).containsExactly("OK");
        assertThat(domain.socketAuthentications().get(1)).isEqualTo(new Authentication(2, "secret", "me"));
        assertThat(domain.authentications()).isEmpty();
        assertThat(modem.line("AT+CSOCKAUTH?")).containsExactly("+CSOCKAUTH: 1,2,\"me\"", "OK");
    }
}
