package io.github.sim52xx.dce;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.DataEntry;
import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Commands that fail as no document knows: their terminal gets ERROR and goes on, and the console is told. */
class FailingCommandsTest {

    private static final String ERROR = "\r\nERROR\r\n";

    private final List<Throwable> faults = new ArrayList<>();
    private final TestModem device =
            new TestModem(List.of(new FailingCommands()), blueprint -> blueprint.events(this::note));
    private final AtDialogue dte = AtDialogue.quiet(device.modem());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT+TESTPROGRAM",
                "AT+TESTSTACK",
                "AT+TESTMEMORY",
                "AT+TESTASSERTION",
                "AT+TESTLATER",
                "AT+TESTOUTPUT"
            })
    void theAnswerIsError(String line) {
        assertThat(dte.type(line + ";+CSQ\r")).endsWith(ERROR).doesNotContain("+CSQ");
        assertThat(faults).hasSize(1);
        assertThat(dte.line("AT+CSQ")).containsExactly("+CSQ: 22,0", "OK");
    }

    @Test
    void soItIsAtAPrompt() {
        assertThat(dte.type("AT+TESTPROMPT\r")).endsWith(">");
        assertThat(dte.type("x")).isEqualTo(ERROR);
        assertThat(dte.line("AT")).containsExactly("OK");
        assertThat(faults).hasSize(1);
    }

    @Test
    void aDataModeThatFailsIsOverWithWhatItFailedOver() {
        assertThat(dte.line("AT+TESTSESSION")).containsExactly("CONNECT");
        assertThat(dte.type("AT+CSQ\r")).isEqualTo(ERROR);
        assertThat(dte.line("AT")).containsExactly("OK");
        assertThat(faults).hasSize(1);
    }

    private void note(ModemEvent event) {
        if (event instanceof ModemEvent.Fault fault) {
            faults.add(fault.error());
        }
    }

    private static final class FailingCommands implements CommandSet<Modem> {

        @Override
        public String subject() {
            return "Failures for tests";
        }

        @Override
        public void addTo(CommandTable.Builder<Modem> table) {
            add(table, "+TESTPROGRAM", () -> {
                throw new IllegalStateException("a mistake");
            });
            add(table, "+TESTSTACK", FailingCommandsTest::endless);
            add(table, "+TESTMEMORY", () -> {
                throw new OutOfMemoryError("as if");
            });
            add(table, "+TESTASSERTION", () -> {
                throw new AssertionError("untrue");
            });
            add(table, "+TESTLATER", () -> new Reply.Later(CompletableFuture.failedFuture(new StackOverflowError())));
            add(table, "+TESTOUTPUT", () -> new Reply.Stream(FailingCommandsTest::endless, ResultCode.OK));
            DataEntry entry = (typed, echo) -> endless();
            add(table, "+TESTPROMPT", () -> new Reply.Prompt(">", entry));
            add(table, "+TESTSESSION", () -> new Reply.Online(ResultCode.CONNECT, new FailingSession()));
        }

        private static void add(CommandTable.Builder<Modem> table, String name, Supplier<Reply> work) {
            table.rows().command(name, "fails").execute((modem, call) -> work.get());
        }
    }

    /** Descends until the stack is at its end. */
    private static <T> T endless() {
        return FailingCommandsTest.<T>endless();
    }

    private static final class FailingSession implements DataSession {

        @Override
        public void begin(Line line) {}

        @Override
        public void receive(ByteBuffer bytes) {
            endless();
        }

        @Override
        public void abandoned() {}
    }
}
