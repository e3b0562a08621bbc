package io.github.sim52xx.it.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.sim52xx.at.CommandLineParser;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.nio.charset.StandardCharsets;

/**
 * Any bytes on a terminal. With JAZZER_FUZZ=1 in the environment new ones are looked for, otherwise those that once
 * mattered are tried again.
 */
class DteFuzzTest {

    @FuzzTest(maxDuration = "60s")
    void anyBytesLeaveAModemThatAnswers(byte[] typed) {
        TestModem device = new TestModem();
        AtDialogue dte = AtDialogue.on(device.modem());
        dte.type(new String(typed, StandardCharsets.ISO_8859_1));
        // A new terminal: the old one may be in the middle of a line, or have another S3.
        if (device.modem().power().isOn()) {
            assertThat(AtDialogue.on(device.modem()).type("AT\r")).isEqualTo("AT\r\r\nOK\r\n");
        }
    }

    @FuzzTest(maxDuration = "60s")
    void anyLineIsTakenApartOrRefused(byte[] body) {
        CommandLineParser parser = new CommandLineParser(new String(body, StandardCharsets.ISO_8859_1));
        try {
            while (parser.hasNext()) {
                Parameters parameters = new Parameters(parser.next().arguments());
                while (parameters.hasNext()) {
                    parameters.word("<any>", 0, Integer.MAX_VALUE);
                }
            }
        } catch (ParameterException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
