package io.github.sim52xx.it.power;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.MailServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A whole modem with {@code --state} loses power before every single change of the host's files that a command makes,
 * and in the middle of every write: what the next one finds is the state before the command or the state after it, and
 * the one after it once the command has been answered. Prints the number of cuts.
 */
class PowerCutTest {

    /** More than any command can have. */
    private static final int MOST = 2000;

    @TempDir
    private Path scratch;

    private static MailServer server;

    @BeforeAll
    static void startServer() throws IOException {
        server = MailServer.builder().start();
        server.mailbox().add(LargeMail.bytes());
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @ParameterizedTest
    @EnumSource
    void isDoneOrNotDone(Work work) throws IOException {
        Path ready = prepared();
        try (PoweredModem modem = new PoweredModem(ready, server)) {
            modem.prepare(work);
        }
        Map<String, String> before = found(ready);
        Path whole = prepared();
        assertThat(perform(work, whole, MOST)).isEqualTo(new Outcome(true, false));
        Map<String, String> after = found(whole);
        assertThat(after).isNotEqualTo(before);
        int cuts = 0;
        boolean complete = false;
        while (!complete) {
            assertThat(cuts).isLessThan(MOST);
            Path directory = prepared();
            Outcome outcome = perform(work, directory, cuts);
            complete = !outcome.cut();
            if (outcome.answered()) {
                assertThat(found(directory))
                        .as("%s, answered, cut after %d", work, cuts)
                        .isEqualTo(after);
            } else {
                assertThat(found(directory)).as("%s, cut after %d", work, cuts).isIn(before, after);
            }
            cuts += complete ? 0 : 1;
        }
        assertThat(cuts).isPositive();
        System.out.printf("power cut  %-22s %3d cut points%n", work, cuts);
    }

    private record Outcome(boolean answered, boolean cut) {}

    private static Outcome perform(Work work, Path directory, int cut) throws IOException {
        try (PoweredModem modem = new PoweredModem(directory, server)) {
            modem.prepare(work);
            modem.cutAfter(cut);
            boolean answered = modem.perform(work);
            return new Outcome(answered, modem.isOff());
        }
    }

    /** A state directory that has been used. */
    private Path prepared() throws IOException {
        Path directory = Files.createTempDirectory(scratch, "state");
        for (String name : new String[] {"C/Dir/Empty", "C/Empty", "C/Picture", "C/Email", "D/Dir/Sub", "D/Picture"}) {
            Files.createDirectories(directory.resolve(name));
        }
        Files.writeString(directory.resolve("C/Dir/a.txt"), "a");
        Files.writeString(directory.resolve("C/Dir/b.txt"), "b");
        Files.writeString(directory.resolve("C/Dir/c.txt"), "c");
        Files.write(directory.resolve("C/large.bin"), LargeMail.content(100_000));
        Files.writeString(directory.resolve("D/Dir/Sub/e.txt"), "e");
        Files.writeString(directory.resolve("D/keep.txt"), "f");
        return directory;
    }

    private static Map<String, String> found(Path directory) throws IOException {
        return PoweredModem.found(directory, server);
    }
}
