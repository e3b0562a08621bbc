package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Conflicts.Service;
import org.junit.jupiter.api.Test;

/** Application note 5. */
class ConflictsTest {

    private final Conflicts conflicts = new Conflicts();

    @Test
    void mailExcludesTheOthersAndTheOthersMail() {
        conflicts.begin(Service.SMTP);
        assertThat(conflicts.forbid(Service.POP3)).isFalse();
        assertThat(conflicts.forbid(Service.TCPIP)).isTrue();
        assertThat(conflicts.forbid(Service.MMS)).isTrue();
        assertThat(conflicts.forbid(Service.GPS)).isTrue();
        conflicts.begin(Service.POP3);
        conflicts.end(Service.SMTP);
        assertThat(conflicts.forbid(Service.TCPIP)).isTrue();
        conflicts.end(Service.POP3);
        assertThat(conflicts.forbid(Service.TCPIP)).isFalse();
        conflicts.begin(Service.GPS);
        assertThat(conflicts.forbid(Service.TCPIP)).isFalse();
        assertThat(conflicts.forbid(Service.SMTP)).isTrue();
        assertThat(conflicts.forbid(Service.POP3)).isTrue();
    }

    @Test
    void powerOffEndsAll() {
        conflicts.begin(Service.TCPIP);
        conflicts.powerOff();
        assertThat(conflicts.forbid(Service.SMTP)).isFalse();
    }
}
