package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.hostile.MailScript;
import io.github.sim52xx.cli.hostile.ReadyMade;
import io.github.sim52xx.cli.hostile.ScriptFile;
import io.github.sim52xx.email.pop3.Pop3Code;
import io.github.sim52xx.email.smtp.SmtpCode;
import io.github.sim52xx.modem.ModemEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every script that comes with the app gives the code that it says. */
class UrcMatrixTest {

    @TempDir
    private Path directory;

    @TestFactory
    Stream<DynamicTest> theCodeOfEveryScript() {
        return ReadyMade.all().stream()
                .filter(script -> script.expected() != null)
                .map(script -> DynamicTest.dynamicTest(script.name(), () -> {
                    UrcResult result = play(script);
                    assertThat(result.passed()).as(result.summary()).isTrue();
                }));
    }

    @Test
    void everyCodeHasAScript() {
        List<String> provoked = ReadyMade.all().stream()
                .filter(script -> script.expected() != null)
                .map(script -> script.expected().code())
                .toList();
        for (SmtpCode code : SmtpCode.values()) {
            String line = code.line();
            assertThat(provoked).anyMatch(seen -> seen.equals(line) || seen.startsWith(line + " "));
        }
        for (Pop3Code code : Pop3Code.values()) {
            assertThat(provoked).contains(code.line());
        }
    }

    @Test
    void theListIsComplete() throws Exception {
        Path scripts = Path.of(ReadyMade.class.getResource("smtp-success.yaml").toURI())
                .getParent();
        try (Stream<Path> files = Files.list(scripts)) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(ReadyMade.all().stream()
                            .map(script -> script.name() + ".yaml")
                            .toList());
        }
    }

    @Test
    void theTimerTakesThirtySecondsOfTheModemsTime() throws IOException {
        UrcResult result = play(ReadyMade.script("smtp-silent"));
        // The modem's time is moved on until the code has come, by as much as the machine is slow.
        assertThat(result.took()).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
    }

    @Test
    void anotherCodeThanExpectedIsSeen() throws IOException {
        UrcResult result = play(script("+SMTP: SUCCESS", "{on: smtp RCPT, reply: 550 no}"));
        assertThat(result.passed()).isFalse();
        assertThat(result.summary()).isEqualTo("expected +SMTP: SUCCESS, seen +SMTP: BAD RCPT john@server.com");
    }

    @Test
    void aRefusalWithoutCodeIsSeenToo() throws IOException {
        Path file = Files.writeString(
                directory.resolve("x.yaml"), "expect: {command: AT+POP3LIST, code: \"+POP3: EMPTY\"}");
        assertThat(play(ScriptFile.read(file)).seen()).isEqualTo("ERROR");
    }

    private MailScript script(String code, String rule) throws IOException {
        Path file = Files.writeString(directory.resolve("script.yaml"), """
                rules:
                  - %s
                expect: {command: AT+SMTPSEND, code: "%s"}
                """.formatted(rule, code));
        return ScriptFile.read(file);
    }

    private static UrcResult play(MailScript script) throws IOException {
        return UrcMatrix.here(event -> assertThat(event).isNotInstanceOf(ModemEvent.Fault.class))
                .play(script);
    }
}
