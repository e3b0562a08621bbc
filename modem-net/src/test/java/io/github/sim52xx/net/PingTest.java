package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.net.fault.Stall;
import io.github.sim52xx.testing.AtDialogue;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When echoes are asked for, come back, and do not (manual 18.31). */
class PingTest {

    private static final String ALL_LOST = "+CPING: 3,1,0,1,0,0,0";

    @Test
    void echoesFollowEachOtherInTheInterval() {
        NetworkedModem modem = modem("--", Firmware.V2014);
        assertThat(modem.line("AT+CPING=\"127.0.0.1\",1,3,10,3000,10000,77")).containsExactly("OK");
        assertThat(modem.during(1)).containsExactly("+CPING: 1,127.0.0.1,10,1,77");
        assertThat(modem.during(1)).isEmpty();
        assertThat(modem.during(2)).containsExactly("+CPING: 1,127.0.0.1,10,1,77");
        assertThat(modem.during(3)).containsExactly("+CPING: 1,127.0.0.1,10,1,77", "+CPING: 3,3,3,0,1,1,1");
        assertThat(modem.during(60)).isEmpty();
    }

    @Test
    void mappedNamesOfThisHostEcho() {
        NetworkedModem modem = modem("--", Firmware.V2014);
        assertThat(modem.line("AT+CPING=\"mail.example.org\",1,1")).containsExactly("OK");
        assertThat(modem.during(1).get(0)).matches("\\+CPING: 1,198\\.1[89]\\.\\d+\\.\\d+,64,1,255");
    }

    @Test
    void whatIsOutOfReachTimesOutAndTheConsoleSaysWhy() {
        NetworkedModem modem = modem("--", Firmware.V2014);
        assertThat(modem.line("AT+CPING=\"www.example.org\",1,1,64,1000,20000")).containsExactly("OK");
        assertThat(modem.during(19)).isEmpty();
        assertThat(modem.during(1)).containsExactly("+CPING: 2", ALL_LOST);
        assertThat(modem.events())
                .anyMatch(event -> event.contains("AT+CPING") && event.contains("--allow-net www.example.org"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoAcceptsOrRefusesIsThere(boolean accepts) throws Exception {
        ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        if (!accepts) {
            server.close();
        }
        // An address that is not of the loopback network and leads there all the same.
        NetworkedModem modem = modem("0.0.0.0:" + server.getLocalPort(), Firmware.V2014);
        assertThat(modem.line("AT+CPING=\"0.0.0.0\",1,1"))
                .containsExactly("OK", "+CPING: 1,0.0.0.0,64,1,255", "+CPING: 3,1,1,0,1,1,1");
        server.close();
    }

    @Test
    void repliesThatAreNotLetInDoNotCount() {
        NetworkedModem modem = modem("--", Firmware.V2014);
        modem.line("AT+CINICMPALLOW=0xFFFFFFFFFFFFFFFE");
        modem.line("AT+CPING=\"127.0.0.1\",1,1");
        assertThat(modem.during(10)).containsExactly("+CPING: 2", ALL_LOST);
    }

    @Test
    void theOtherAddressFamilyIsOutOfReach() {
        NetworkedModem modem = modem("--", Firmware.V2014);
        modem.line("AT+CPING=\"127.0.0.1\",2,1");
        assertThat(modem.during(10)).containsExactly("+CPING: 2", ALL_LOST);
        modem.line("AT+CPING=\"::1\",2,1");
        assertThat(modem.during(1)).first().asString().startsWith("+CPING: 1,");
    }

    @Test
    void theEndOfTheNetworkIsTheEnd() {
        NetworkedModem modem = modem("--", Firmware.V2014);
        modem.line("AT+CPING=\"www.example.org\",1,5");
        assertThat(modem.line("AT+CFUN=4")).containsExactly("OK", ALL_LOST);
        assertThat(modem.during(60)).isEmpty();
        assertThat(modem.line("AT+CPING=\"127.0.0.1\",1")).containsExactly("ERROR");
    }

    @Test
    void powerOffIsItsEndInSilence() {
        NetworkedModem modem = modem("--", Firmware.V2014);
        modem.line("AT+CPING=\"127.0.0.1\",1,5");
        modem.line("AT+CRESET");
        assertThat(modem.during(60)).noneMatch(line -> line.startsWith("+CPING:"));
        modem.type("ATE0\r");
        assertThat(modem.line("AT+CPINGSTOP")).containsExactly("ERROR");
    }

    @Test
    void itIsForbiddenBesideMail() {
        NetworkedModem modem = modem("--", Firmware.V2014);
        modem.modem().part(Conflicts.class).begin(Conflicts.Service.SMTP);
        assertThat(modem.line("AT+CPING=\"127.0.0.1\",1")).containsExactly("ERROR");
    }

    @Test
    void theAnswerWaitsForTheName() {
        Queue<Runnable> work = new ArrayDeque<>();
        NetworkedModem modem = new NetworkedModem(
                new Resolver(List.of(), List.of()),
                List.of(),
                blueprint -> blueprint.workers(work::add).part(Conflicts.class, ignored -> new Conflicts()));
        assertThat(modem.line("AT+CPING=\"127.0.0.1\",1,1")).isEmpty();
        work.remove().run();
        assertThat(modem.came()).containsExactly("+CPING: Pinging 127.0.0.1 with 64 bytes of data:", "OK");
        modem.pass(3);
        modem.came();
        assertThat(modem.line("AT+CPING=\"127.0.0.1\",1,1")).isEmpty();
        AtDialogue other = AtDialogue.quiet(modem.modem());
        assertThat(other.line("AT+CPINGSTOP")).containsExactly("OK");
        assertThat(modem.came()).containsExactly("ERROR");
        work.remove().run();
        assertThat(modem.during(60)).isEmpty();
        assertThat(modem.line("AT+CPING=\"localhost\",1,1")).isEmpty();
        assertThat(modem.during(34)).isEmpty();
        assertThat(modem.during(1)).containsExactly("ERROR");
    }

    @Test
    void aStalledWayAnswersNothing() {
        NetworkedModem modem = modem("--", Firmware.V2014);
        modem.bearer().faults().put(new Stall());
        assertThat(modem.line("AT+CPING=\"127.0.0.1\",1,1")).containsExactly("OK");
        assertThat(modem.during(60)).containsExactly("+CPING: 2", "+CPING: 3,1,0,1,0,0,0");
    }

    private static NetworkedModem modem(String allowed, Firmware firmware) {
        return new NetworkedModem(
                new Resolver(
                        List.of(MapRule.parse("mail.example.org:25=127.0.0.1:2525")),
                        List.of(AllowRule.parse(allowed))),
                List.of(),
                blueprint -> blueprint.firmware(firmware));
    }
}
