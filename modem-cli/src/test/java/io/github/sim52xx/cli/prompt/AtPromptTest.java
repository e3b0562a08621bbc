package io.github.sim52xx.cli.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.prompt.LineInput.Key;
import io.github.sim52xx.cli.transcript.ModemWire;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.Resolver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** A person and a modem. */
class AtPromptTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** For what does not come. */
    private static final Duration BRIEFLY = Duration.ofMillis(1);
    /** Marks a test in which what need not come does come, as late as the machine wants. */
    private static final String ENDS = "ends";

    private final Modem modem = new Modem(
            Simulation.blueprint(StorageOptions.DEFAULT, new Resolver(List.of(), List.of()))
                    .build(),
            NonVolatile.IN_MEMORY);
    private final Unpluggable wire = new Unpluggable(new ModemWire(modem));
    private final Typist typist = new Typist();
    private CompletableFuture<Boolean> ended;

    @BeforeEach
    void open(TestInfo test) throws InterruptedException {
        Dte dte = new Dte(wire, Duration.ofMillis(50));
        AtPrompt prompt = new AtPrompt(dte, typist, PATIENCE, test.getTags().contains(ENDS) ? PATIENCE : BRIEFLY);
        // Of the threads that all share there may be one, which somebody else is holding up.
        Executor own = task -> new Thread(task, "at-prompt").start();
        ended = CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return prompt.run();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                own);
        assertThat(typist.mark()).isEqualTo("at> ");
    }

    @AfterEach
    void switchOff() {
        typist.types("", Key.END);
        modem.close();
    }

    @Test
    void linesAreAnsweredBeforeThePromptComesBack() throws Exception {
        assertThat(says("AT+CSQ", 2)).containsExactly("+CSQ: 22,0", "OK");
        assertThat(typist.mark()).isEqualTo("at> ");
        assertThat(says("AT+NOPE", 1)).containsExactly("ERROR");
        assertThat(typist.mark()).isEqualTo("at> ");
    }

    @Test
    void dataHasItsOwnPromptUntilCtrlZ() throws Exception {
        echoOff();
        typist.types("AT+SMTPBODY", Key.ENTER);
        assertThat(typist.mark()).isEqualTo(">> (data)");
        typist.types("Grüße", Key.ENTER);
        assertThat(typist.mark()).isEqualTo(">> (data)");
        typist.types("bye", Key.CTRL_Z);
        assertThat(typist.sees(1)).containsExactly("OK");
        assertThat(typist.mark()).isEqualTo("at> ");
        assertThat(says("AT+SMTPBODY?", 3)).containsExactly("+SMTPBODY: \"Grüße", "bye\"", "OK");
    }

    @Test
    void escapeLeavesThePromptForData() throws Exception {
        typist.types("AT+SMTPBODY", Key.ENTER);
        assertThat(typist.mark()).isEqualTo(">> (data)");
        typist.types("never mind", Key.ESCAPE);
        assertThat(typist.sees(1)).containsExactly("OK");
        assertThat(typist.mark()).isEqualTo("at> ");
        assertThat(says("AT+SMTPBODY?", 2)).containsExactly("+SMTPBODY: \"\"", "OK");
    }

    @Test
    @Tag(ENDS)
    void dataThatIsCountedEndsWithoutAKey() throws Exception {
        typist.types("AT+CFTRANRX=\"C:/a\",5", Key.ENTER);
        assertThat(typist.mark()).isEqualTo(">(data)");
        typist.types("abc", Key.ENTER);
        assertThat(typist.sees(1)).containsExactly("OK");
        assertThat(typist.mark()).isEqualTo("at> ");
    }

    @Test
    void reportsAppearWhileNobodyTypes() throws Exception {
        assertThat(says("AT+CREG=1", 1)).containsExactly("OK");
        modem.execute(() -> modem.radio().setDeregistered(true));
        assertThat(typist.sees(1)).containsExactly("+CREG: 0");
    }

    @Test
    void whatIsNoCommandLineIsSentAndNotWaitedFor() throws Exception {
        echoOff();
        typist.types("+++", Key.ENTER);
        assertThat(typist.mark()).isEqualTo("at> ");
        assertThat(says("AT", 1)).containsExactly("OK");
    }

    @Test
    void ctrlDEndsIt() throws Exception {
        typist.types("", Key.END);
        assertThat(ended.get(60, TimeUnit.SECONDS)).isTrue();
        wire.close();
        assertThat(typist.isClosed()).isTrue();
        assertThat(typist.hasSeenAll()).isTrue();
    }

    @Test
    void aModemThatGoesAwayEndsIt() throws Exception {
        wire.unplug();
        assertThat(ended.get(60, TimeUnit.SECONDS)).isFalse();
        assertThat(typist.sees(1)).containsExactly("(the other end has closed the connection)");
    }

    /** For who types on before anything tells that an echo has come. */
    private void echoOff() throws InterruptedException {
        assertThat(says("ATE0", 1)).containsExactly("OK");
        assertThat(typist.mark()).isEqualTo("at> ");
    }

    private List<String> says(String line, int answer) throws InterruptedException {
        typist.types(line, Key.ENTER);
        return typist.sees(answer);
    }
}
