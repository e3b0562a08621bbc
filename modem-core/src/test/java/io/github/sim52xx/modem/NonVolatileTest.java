package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A memory that takes nothing more, as the DTE sees it. */
class NonVolatileTest {

    private final Medium medium = new Medium();
    private final TestModem device = new TestModem(medium, List.of(), blueprint -> blueprint);
    private final AtDialogue dte = AtDialogue.quiet(device.modem());

    @BeforeEach
    void fill() {
        dte.line("AT+CMEE=2");
        medium.full = true;
    }

    @Test
    void whatCannotBeKeptIsAMemoryFailure() {
        assertThat(dte.line("AT+CTZU=1")).containsExactly("+CME ERROR: memory failure");
        assertThat(device.events()).containsExactly("cannot keep it: no space");
    }

    @Test
    void whatCouldNotBeKeptIsNotTakenForKept() {
        dte.line("AT+CTZU=1");
        assertThat(dte.line("AT+CTZU=1")).containsExactly("+CME ERROR: memory failure");
        assertThat(dte.line("AT+CTZU?")).containsExactly("+CTZU: 0", "OK");
        medium.full = false;
        assertThat(dte.line("AT+CTZU=1")).containsExactly("OK");
        assertThat(medium.kept).containsEntry("+CTZU", "1");
    }

    @Test
    void nothingChangesThatCouldNotBeKept() {
        dte.line("AT+CATR=1,1");
        dte.line("AT+CNMP=13");
        dte.line("AT+CCLK=\"12/03/04,05:06:07+08\"");
        dte.line("AT+CLCK=\"SC\",1,\"1234\"");
        assertThat(dte.line("AT+CATR?;+CNMP?;+CCLK?;+CLCK=\"SC\",2"))
                .containsExactly("+CATR: 0", "+CNMP: 2", "+CCLK: \"10/02/02,11:04:57+32\"", "+CLCK: 0", "OK");
    }

    @Test
    void aNumberThatDoesNotFitIsNone() {
        Medium edited = new Medium();
        edited.kept = Map.of(
                "&W.ECHO", "-5",
                "&W.AUTO_ANSWER", "99999",
                "+CATR", "8",
                "+CNMP", "77",
                "sim.pin.tries", "-3",
                "clock.drift", "0",
                "clock.zone", "5000");
        AtDialogue terminal =
                AtDialogue.quiet(new TestModem(edited, List.of(), blueprint -> blueprint.clockStart(null)).modem());
        assertThat(terminal.line("ATS0?;+CATR?;+CNMP?;+SPIC;+CCLK?"))
                .containsExactly(
                        "000", "+CATR: 0", "+CNMP: 2", "+SPIC: 3,10,3,10", "+CCLK: \"10/02/02,03:04:57\"", "OK");
    }

    /** Full or not. */
    private static final class Medium implements NonVolatile.Medium {

        private Map<String, String> kept = Map.of();
        private boolean full;

        @Override
        public Map<String, String> load() {
            return kept;
        }

        @Override
        public void keep(Map<String, String> texts) {
            if (full) {
                throw new UncheckedIOException("cannot keep it", new IOException("no space"));
            }
            kept = Map.copyOf(texts);
        }
    }
}
