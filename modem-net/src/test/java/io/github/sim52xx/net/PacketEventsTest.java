package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ConnectResult;
import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.modem.Modem;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** +CGEV as +CGEREP wants it (27.007 10.1.19). */
class PacketEventsTest {

    private static final String DEACTIVATED = "+CGEV: NW DEACT \"IP\", \"10.71.155.118\", 1";

    private final NetworkedModem modem = new NetworkedModem(
            new Resolver(List.of(), List.of()), List.of(new DataModeCommand()), blueprint -> blueprint);

    @Test
    void theNetworkCanTakeContextsDown() {
        modem.line("AT+CGEREP=2");
        modem.line("AT+CGACT=1,1");
        modem.domain().refuse(true);
        assertThat(modem.came()).containsExactly(DEACTIVATED);
        assertThat(modem.domain().isActive(1)).isFalse();
        modem.domain().refuse(true);
        assertThat(modem.came()).isEmpty();
        assertThat(modem.domain().activate(1, true)).isFalse();
        modem.domain().refuse(false);
        assertThat(modem.domain().activate(1, true)).isTrue();
    }

    @Test
    void secondaryContextsGoWithTheirPrimaryOne() {
        modem.line("AT+CGEREP=2");
        modem.line("AT+CGDSCONT=2,1");
        modem.line("AT+CGACT=1");
        modem.domain().refuse(true);
        assertThat(modem.came()).containsExactly("+CGEV: NW DEACT \"IP\", \"10.71.155.118\", 2", DEACTIVATED);
    }

    @Test
    void dataModeSwallowsThemInMode1() {
        modem.line("AT+CGEREP=1");
        modem.type("AT+DATA\r");
        modem.domain().attach(false);
        assertThat(modem.type("x")).contains("OK").doesNotContain("+CGEV");
        modem.domain().attach(true);
        modem.domain().attach(false);
        assertThat(modem.came()).containsExactly("+CGEV: ME DETACH");
    }

    @Test
    void dataModeHoldsThemBackInMode2() {
        modem.line("AT+CGEREP=2");
        modem.type("AT+DATA\r");
        modem.domain().attach(false);
        assertThat(modem.came()).isEmpty();
        assertThat(modem.type("x")).contains("OK\r\n\r\n+CGEV: ME DETACH");
    }

    @Test
    void theOldestOfWhatIsKeptGoesFirst() {
        modem.line("AT+CGACT=1,1");
        modem.domain().refuse(true);
        for (int i = 0; i < 16; i++) {
            modem.domain().attach(false);
            modem.domain().attach(true);
        }
        List<String> kept = modem.line("AT+CGEREP=1,1");
        assertThat(kept).hasSize(17).doesNotContain(DEACTIVATED);
    }

    @Test
    void powerOffForgetsWhatIsKept() {
        modem.domain().attach(false);
        modem.line("AT+CRESET");
        modem.pass(10);
        modem.type("ATE0\r");
        assertThat(modem.line("AT+CGEREP=1,1")).containsExactly("OK");
    }

    @Test
    void aCircleOfContextsIsNoCircle() {
        modem.line("AT+CGDSCONT=2,1");
        modem.line("AT+CGDCONT=1");
        modem.line("AT+CGDCONT=2,\"IP\"");
        modem.line("AT+CGDSCONT=1,2");
        modem.line("AT+CGACT=1");
        assertThat(modem.line("AT+CGACT=0")).containsExactly("OK");
        assertThat(modem.line("AT&F1")).containsExactly("OK");
        assertThat(modem.line("ATE0+CGDSCONT?")).noneMatch(line -> line.startsWith("+CGDSCONT:"));
    }

    /** {@code AT+DATA} is in data mode until a byte comes. */
    private static final class DataModeCommand implements CommandSet<Modem> {

        @Override
        public String subject() {
            return "test";
        }

        @Override
        public void addTo(CommandTable.Builder<Modem> table) {
            table.rows()
                    .command("+DATA", "data mode")
                    .execute((modem, call) -> new Reply.Online(new ConnectResult("115200"), new Once()));
        }
    }

    private static final class Once implements DataSession {

        private Line line;

        @Override
        public void begin(Line to) {
            line = to;
        }

        @Override
        public void receive(ByteBuffer bytes) {
            bytes.position(bytes.limit());
            line.leave(ResultCode.OK);
        }

        @Override
        public void abandoned() {}
    }
}
