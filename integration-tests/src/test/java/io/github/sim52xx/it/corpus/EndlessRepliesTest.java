package io.github.sim52xx.it.corpus;

import static io.github.sim52xx.cli.mail.Protocol.POP3;
import static io.github.sim52xx.cli.mail.Protocol.SMTP;
import static io.github.sim52xx.it.corpus.SmallModem.MEGABYTE;
import static io.github.sim52xx.it.corpus.SmallModem.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Servers whose replies do not end, or come a byte at a time: a report comes, the process stays as small as it was, and
 * the next command is answered. They know the password, and say it; the process never does, nor does its trace.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EndlessRepliesTest {

    private static final String HEADER = "From: a@server.com\r\nSubject: a\r\nX-Password: " + PASSWORD + "\r\n";

    private SmallModem modem;
    private Path trace;

    @BeforeAll
    void start(@TempDir Path directory) throws Exception {
        trace = directory.resolve("trace.txt");
        modem = new SmallModem(directory, "--trace", trace.toString());
    }

    @BeforeEach
    void begin() throws IOException {
        modem.begin();
    }

    @AfterEach
    void end() throws IOException {
        modem.end();
    }

    /** In whatever order the tests have come. */
    @AfterAll
    void thePasswordIsNowhere() throws IOException {
        long most;
        try (SmallModem ended = modem) {
            assertThat(ended.console()).contains("+SMTP: SERVER ERROR", "+POP3: SERVER ERROR", "***");
            most = ended.mostMegabytes();
        }
        long lines = 0;
        try (BufferedReader reader = Files.newBufferedReader(trace)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                SmallModem.assertNoPassword(line);
                lines++;
            }
        }
        System.out.printf(
                "replies without end: at most %d MB resident; no password in %d KB of trace%n",
                most, Files.size(trace) / 1024);
        assertThat(lines).isGreaterThan(1000);
    }

    /** What a server may say without end. */
    enum Chatter {
        LINES("+OK " + PASSWORD, "250-" + PASSWORD),
        EMPTY_LINES("", "250-"),
        NO_LINE(null, null);

        private static final byte[] ONE_LINE =
                (PASSWORD + " ").repeat(4 * MEGABYTE).getBytes(StandardCharsets.ISO_8859_1);

        private final String pop3;
        private final String smtp;

        Chatter(String pop3, String smtp) {
            this.pop3 = pop3;
            this.smtp = smtp;
        }

        private Script at(Protocol protocol, String verb) {
            Script.When when = Script.of().on(protocol, verb);
            return this == NO_LINE ? when.garbage(ONE_LINE) : when.endless(protocol == POP3 ? pop3 : smtp);
        }
    }

    @ParameterizedTest
    @EnumSource
    void smtpRepliesWithoutEnd(Chatter chatter) throws IOException {
        for (String verb : new String[] {
            Occasion.GREETING, "EHLO", "AUTH", Occasion.CHALLENGED, "MAIL", "RCPT", "DATA", Occasion.END_OF_DATA
        }) {
            modem.server().conduct(chatter.at(SMTP, verb));
            assertThat(modem.send()).as(verb).isEqualTo("+SMTP: SERVER ERROR");
        }
        modem.server().conduct(chatter.at(SMTP, "QUIT"));
        assertThat(modem.send()).isEqualTo("+SMTP: SUCCESS");
    }

    @ParameterizedTest
    @EnumSource
    void pop3RepliesWithoutEnd(Chatter chatter) throws IOException {
        modem.mail(HEADER + "\r\ntext");
        for (String verb : new String[] {Occasion.GREETING, "USER", "PASS", "STAT", "LIST", "TOP", "DELE", "QUIT"}) {
            modem.server().conduct(chatter.at(POP3, verb));
            List<String> answer = session();
            // Of many lines the first may be the right one, and the others answer what is asked next.
            assertThat(answer).as(verb).last().asString().matches("OK|ERROR");
            if (chatter != Chatter.LINES) {
                assertThat(answer).containsExactly("+POP3: SERVER ERROR", "ERROR");
            }
            modem.terminal().line("AT+POP3STOP");
        }
    }

    private List<String> session() throws IOException {
        List<String> answer = List.of();
        for (String command : new String[] {"IN", "NUM", "LIST", "HDR=1", "DEL=1", "OUT"}) {
            answer = modem.terminal().line("AT+POP3" + command);
            if (answer.contains("ERROR")) {
                return answer;
            }
        }
        return answer;
    }

    @Test
    void segmentsOfOneByte() throws IOException {
        modem.server().conduct(occasion -> new Action.Drip(1, Duration.ZERO));
        assertThat(modem.send()).isEqualTo("+SMTP: SUCCESS");
        modem.server().mailbox().clear();
        modem.mail(HEADER + "\r\n" + (PASSWORD + "\r\n").repeat(100));
        modem.fetchAndRemove();
        assertThat(session()).containsExactly("+POP3: SUCCESS", "OK");
    }

    @Test
    void aListWithoutEnd() throws IOException {
        modem.mail(HEADER);
        modem.server().conduct(Script.of().on(POP3, "LIST").perform(new Action.Endless(List.of("+OK"), "1 100")));
        modem.logIn();
        assertThat(modem.terminal().line("AT+POP3LIST")).containsExactly("+POP3: SERVER ERROR", "ERROR");
        modem.server().conduct(Script.of().on(POP3, "TOP").perform(new Action.Endless(List.of("+OK"), HEADER)));
        modem.terminal().line("AT+POP3STOP");
        modem.logIn();
        assertThat(modem.terminal().line("AT+POP3HDR=1")).containsExactly("+POP3: SERVER ERROR", "ERROR");
    }
}
