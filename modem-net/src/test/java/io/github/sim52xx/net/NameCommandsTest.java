package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Firmware;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** +CDNSGIP, +CDNSGHNAME and +IPADDR besides what the transcripts show. */
class NameCommandsTest {

    private final Queue<Runnable> work = new ArrayDeque<>();
    private final NetworkedModem modem = new NetworkedModem(
            new Resolver(List.of(), List.of()),
            List.of(),
            blueprint -> blueprint.workers(work::add).firmware(Firmware.V2014));

    @Test
    void aNameServerThatDoesNotAnswerIsGivenUp() {
        assertThat(modem.line("AT+CDNSGIP=\"localhost\"")).isEmpty();
        assertThat(modem.during(34)).isEmpty();
        assertThat(modem.during(1)).containsExactly("+CDNSGIP: 0,10", "ERROR");
        work.remove().run();
        assertThat(modem.came()).isEmpty();
    }

    @Test
    void fewerQuestionsAreLessPatience() {
        modem.line("AT+CIPDNSSET=,,1");
        modem.line("AT+CDNSGIP=\"localhost\"");
        assertThat(modem.during(5)).containsExactly("+CDNSGIP: 0,10", "ERROR");
    }

    @Test
    void aNetworkThatGoesMeanwhileAnswersNothing() {
        modem.line("AT+CDNSGIP=\"localhost\"");
        modem.modem().radio().setAttached(false);
        work.remove().run();
        assertThat(modem.came()).containsExactly("+CDNSGIP: 0,10", "ERROR");
    }

    @Test
    void theConsoleSaysWhyANameHasNoAddress() {
        modem.line("AT+CDNSGIP=\"www.example.org\"");
        work.remove().run();
        assertThat(modem.events())
                .anyMatch(event -> event.contains("AT+CDNSGIP") && event.contains("--allow-net www.example.org"));
    }

    @Test
    void forbiddenBesideMail() {
        modem.modem().part(Conflicts.class).begin(Conflicts.Service.POP3);
        assertThat(modem.line("AT+CDNSGIP=\"localhost\"")).containsExactly("ERROR");
        assertThat(work).isEmpty();
    }

    @Test
    void theModemHasAnAddressWhileTheSocketNetworkIsOpen() {
        modem.domain().setSocketsOpen(true);
        assertThat(modem.line("AT+IPADDR"))
                .containsExactly("+IPADDR: " + modem.bearer().address(), "OK");
        modem.domain().setSocketsOpen(false);
        assertThat(modem.line("AT+IPADDR")).containsExactly("+IP ERROR: Network not opened", "ERROR");
    }
}
