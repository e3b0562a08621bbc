package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.port.WritesLink;
import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.SerialLine;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.net.Resolver;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A modem of one's own is as any other: its line can be asked for and its circuits be moved. */
class FreshModemsTest {

    private final WritesLink heard = new WritesLink();
    private final DteInput dte = new FreshModems(
                    Simulation.blueprint(StorageOptions.DEFAULT, new Resolver(List.of(), List.of()))
                            // No timer's thread is at work when something is typed here: it is done when that returns.
                            .time(new ManualTime(Instant.EPOCH))
                            .build())
            .attach(heard);

    @Test
    void theSerialLineIsTold() {
        List<SerialLine> lines = new ArrayList<>();
        type("AT+IPR=9600\r");
        dte.serialLine(lines::add);
        assertThat(lines).containsExactly(new SerialLine(9600, 3));
    }

    @Test
    void dtrAndRtsAreSeen() {
        type("ATE0+IFC=2,2\r");
        dte.requestToSend(false);
        heard.taken();
        type("AT\r");
        assertThat(heard.taken()).isEmpty();
        dte.requestToSend(true);
        assertThat(heard.taken()).containsExactly("\r\nOK\r\n");
        type("AT+SMTPBODY\r");
        dte.dataTerminalReady(false);
        assertThat(String.join("", heard.taken())).endsWith("\r\nERROR\r\n");
    }

    private void type(String characters) {
        dte.receive(ByteBuffer.wrap(characters.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
