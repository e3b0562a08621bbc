package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.cli.transcript.Recording;
import io.github.sim52xx.dce.Circuits;
import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.dce.SerialLine;
import io.github.sim52xx.modem.ManualTime;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What is recorded goes on as it would without: the circuits of RFC 2217 too. */
class RecordedModemsTest {

    private final List<String> heard = new ArrayList<>();
    private DteLink seenByModem;

    @Test
    void circuitsPassBothWays() {
        ModemSource modems = link -> {
            seenByModem = link;
            return new Modem();
        };
        DteInput input = new RecordedModems(
                        modems,
                        new Recording(new ByteArrayOutputStream(), new ManualTime(Instant.EPOCH), List::of, Set.of()))
                .attach(new Wire());
        input.dataTerminalReady(false);
        input.requestToSend(false);
        input.speed(9600);
        input.serialLine(line -> {});
        assertThat(seenByModem.hasCircuits()).isTrue();
        seenByModem.circuits(Circuits.OFF);
        assertThat(heard).containsExactly("DTR false", "RTS false", "9600 baud", "asked", "circuits");
    }

    private final class Modem implements DteInput {

        @Override
        public void receive(ByteBuffer bytes) {}

        @Override
        public void inputEnded() {}

        @Override
        public void closed() {}

        @Override
        public void dataTerminalReady(boolean on) {
            heard.add("DTR " + on);
        }

        @Override
        public void requestToSend(boolean on) {
            heard.add("RTS " + on);
        }

        @Override
        public void speed(int baud) {
            heard.add(baud + " baud");
        }

        @Override
        public void serialLine(Consumer<SerialLine> asker) {
            heard.add("asked");
        }
    }

    private final class Wire implements DteLink {

        @Override
        public void send(byte[] bytes) {}

        @Override
        public long backlog() {
            return 0;
        }

        @Override
        public void whenDrained(Runnable task) {}

        @Override
        public void holdInput(boolean hold) {}

        @Override
        public boolean hasCircuits() {
            return true;
        }

        @Override
        public void circuits(Circuits now) {
            heard.add("circuits");
        }

        @Override
        public void close() {}
    }
}
