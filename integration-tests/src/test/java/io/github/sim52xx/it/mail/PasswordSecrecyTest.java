package io.github.sim52xx.it.mail;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.mail.Accounts;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.modem.Trace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that repeat passwords: neither the trace nor the console shows them. */
class PasswordSecrecyTest {

    private static final String USER = "somebody";
    private static final String PASSWORD = "geheim-4711";
    private static final byte[] BYTES = PASSWORD.getBytes(StandardCharsets.ISO_8859_1);
    private static final List<String> FORMS = List.of(
            PASSWORD,
            base64(PASSWORD),
            base64("\0" + USER + "\0" + PASSWORD),
            HexFormat.of().formatHex(BYTES),
            HexFormat.of().withUpperCase().formatHex(BYTES));

    @TempDir
    private Path directory;

    private MailBench bench;

    @BeforeEach
    void start() {
        bench = MailBench.of(
                blueprint -> blueprint.trace(trace()), server -> server.accounts(new Accounts(Map.of(USER, PASSWORD))));
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"PASS", "STAT", "QUIT", "LIST", "TOP", "RETR", "DELE"})
    void pop3(String verb) throws IOException {
        for (String form : FORMS) {
            for (String reply : List.of("-ERR your password is " + form, "what " + form + "?", "+OK " + form)) {
                bench.conduct(Script.of().on(POP3, verb).close(reply));
                fetch();
            }
        }
        assertNothingShown();
    }

    /** The server knows it from the session before. */
    @Test
    void pop3Greeting() throws IOException {
        fetch();
        bench.conduct(Script.of().on(POP3, "").reply("-ERR you again with your " + PASSWORD));
        fetch();
        bench.conduct(Script.of().on(POP3, "USER").reply("-ERR " + USER + " with " + base64(PASSWORD)));
        fetch();
        assertNothingShown();
    }

    @ParameterizedTest
    @ValueSource(strings = {Occasion.CHALLENGED, "MAIL", "RCPT", "DATA", ".", "QUIT"})
    void smtp(String verb) throws IOException {
        for (String form : FORMS) {
            for (String reply : List.of("535 not with " + form, "what " + form + "?", "550-" + form, "250 " + form)) {
                bench.conduct(Script.of()
                        .on(SMTP, verb)
                        .nth(verb.equals(Occasion.CHALLENGED) ? 2 : 1)
                        .close(reply));
                send();
            }
        }
        assertNothingShown();
    }

    @Test
    void smtpPlainAndGreeting() throws IOException {
        bench.conduct(Script.of()
                .on(SMTP, "EHLO")
                .reply("250-here", "250 AUTH PLAIN")
                .on(SMTP, "AUTH")
                .reply("535 not with " + PASSWORD + " " + FORMS.get(2)));
        send();
        bench.conduct(Script.of().on(SMTP, "").reply("554 you again with your " + PASSWORD));
        send();
        bench.conduct(Script.of().on(SMTP, "EHLO").reply("550 you again with your " + base64(PASSWORD)));
        send();
        assertNothingShown();
    }

    @Test
    void whatIsTypedAndReadOnTheAtLine() throws IOException {
        bench.ok("ATE1");
        bench.dte().exact("AT+POP3SRV=\"pop3.server.com\",\"" + USER + "\",\"" + PASSWORD + "\"");
        bench.dte().exact("at+smtpauth = 1 , \"" + USER + "\",\"" + PASSWORD + "\"");
        assertThat(bench.dte().exact("AT+POP3SRV?")).contains(PASSWORD);
        assertThat(bench.dte().exact("AT+SMTPAUTH?")).contains(PASSWORD);
        assertNothingShown();
    }

    private void fetch() {
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"" + USER + "\",\"" + PASSWORD + "\"");
        if (bench.server().mailbox().messages().isEmpty()) {
            bench.deliver(Mails.plain("one"));
        }
        for (String command : List.of("IN", "NUM", "LIST", "HDR=1", "GET=1", "DEL=1", "OUT", "STOP")) {
            List<String> answer = bench.line("AT+POP3" + command);
            if (command.startsWith("GET") && answer.contains("OK")) {
                bench.dte().await("+POP3: ");
                bench.dte().awaitLine();
            }
        }
        bench.watch().awaitIdle();
        bench.dte().taken();
    }

    private void send() {
        bench.writeMail();
        bench.ok("AT+SMTPAUTH=1,\"" + USER + "\",\"" + PASSWORD + "\"");
        if (bench.line("AT+SMTPSEND").contains("OK")) {
            bench.dte().await("+SMTP: ");
            bench.dte().awaitLine();
        }
        bench.watch().awaitIdle();
    }

    private void assertNothingShown() throws IOException {
        String console = String.join("\n", bench.watch().described()) + bench.outcomes();
        String trace = Files.readString(directory.resolve("trace.txt"));
        assertThat(trace).contains("***");
        for (String form : FORMS) {
            assertThat(console).doesNotContain(form);
            assertThat(trace).doesNotContain(form);
        }
    }

    private Trace trace() {
        try {
            return Simulation.trace(directory.resolve("trace.txt"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
