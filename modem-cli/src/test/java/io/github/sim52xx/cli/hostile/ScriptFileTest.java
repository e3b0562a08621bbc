package io.github.sim52xx.cli.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Protocol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The dialect, and what is said of mistakes in it. */
class ScriptFileTest {

    @TempDir
    private Path directory;

    @Test
    void everyKey() throws IOException {
        Files.writeString(directory.resolve("mine.eml"), "Subject: mine\r\n\r\nx\r\n");
        Path file = Files.writeString(directory.resolve("script.yaml"), """
                about: refuses the second recipient
                seed: 7
                accounts: {me: secret}
                auth-required: true
                mails: [first, mine.eml]
                refusing: pop3
                rules:
                  - {on: smtp RCPT, nth: 2, nth-ever: 4, after: 20s, chance: 0.5, reply: 550 5.1.1 No such user}
                  - {on: smtp greeting, delay: 1s}
                expect:
                  files: {C:/a.bin: 10}
                  before: [AT+SMTPAUTH=0]
                  command: AT+SMTPSEND
                  code: "+SMTP: BAD RCPT a@b"
                """);
        MailScript script = ScriptFile.read(file);
        assertThat(script.name()).isEqualTo(file.toString());
        assertThat(script.about()).isEqualTo("refuses the second recipient");
        assertThat(script.seed()).isEqualTo(7);
        assertThat(script.authRequired()).isTrue();
        assertThat(script.refusing()).containsExactly(Protocol.POP3);
        assertThat(script.lines()).hasSize(2);
        assertThat(script.lines().get(0).trigger())
                .isEqualTo(new Trigger(Protocol.SMTP, "RCPT", 2, 4, Duration.ofSeconds(20), 0.5));
        assertThat(script.expected().before()).containsExactly("AT+SMTPAUTH=0");
        assertThat(script.expected().code()).isEqualTo("+SMTP: BAD RCPT a@b");
        assertThat(script.expected().protocol()).isEqualTo(Protocol.SMTP);
        assertThat(script.expected().files()).containsEntry("C:/a.bin", 10);
        try (MailServer server = script.start(MailServer.builder(), 1, upset -> {})) {
            assertThat(server.mailbox().messages()).hasSize(2);
            assertThat(server.mailbox().messages().get(1).bytes()).endsWith("x\r\n".getBytes());
        }
    }

    @Test
    void withoutRulesTheServerBehaves() {
        MailScript script = ScriptFile.parse("name", "seed: 1", null);
        assertThat(script.about()).isEqualTo("name");
        assertThat(script.lines()).isEmpty();
        assertThat(script.expected()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                                          | :1: ",
                "~                                           | expected keys and values",
                "[1, 2]                                      | expected keys and values",
                "abuot: x                                    | abuot: not known here; known are",
                "a: b: c                                     | :1: ",
                "a: [b                                       | expected ',' or ']'",
                "about: {a: b}                               | about: expected a text",
                "seed: often                                 | seed: 'often' is no number",
                "about: ☃                                    | about: '☃' is no byte",
                "about: x${n}about: y                        | :2: Duplicate",
                "refusing: imap                              | refusing: 'imap' is neither smtp nor pop3",
                "mails: [third]                              | mails: cannot read third",
                "accounts: me                                | accounts: expected keys and values",
                "rules: [x]                                  | rules[1]: expected keys and values",
                "rules: [{reply: x}]                         | rules[1]: on: is missing",
                "rules: [{on: smtp, reply: x}]               | rules[1]: on: expected a protocol and a verb",
                "rules: [{on: smtp RETR, reply: x}]          | rules[1]: on: expected a protocol and a verb",
                "rules: [{on: imap LIST, reply: x}]          | rules[1]: on: expected a protocol and a verb",
                "rules: [{on: smtp RCPT}]                    | rules[1]: what shall happen? One of reply",
                "rules: [{on: smtp RCPT, reply: x, cut: 1}]  | rules[1]: either reply or cut",
                "rules: [{on: smtp RCPT, repyl: x, delay: 1s}] | rules[1]: repyl: not known here; known are on, nth",
                "rules: [{on: smtp RCPT, nth: 0, reply: x}]  | rules[1]: nth: '0' is no number from 1",
                "rules: [{on: smtp RCPT, chance: 2, reply: x}] | rules[1]: chance: '2' is no chance from 0 to 1",
                "rules: [{on: smtp RCPT, after: 20, reply: x}] | rules[1]: after: '20' is no time such as 30s",
                "rules: [{on: smtp RCPT, delay: 9..1}]       | rules[1]: delay: '9..1' is no time",
                "rules: [{on: smtp DATA, cut: 3s}]           | rules[1]: cut: '3s' is no number of bytes",
                "rules: [{on: smtp DATA, cut: {say: x}}]     | rules[1]: cut: after: is missing",
                "rules: [{on: smtp DATA, cut: {after: 1, sya: x}}] | rules[1]: cut: sya: not known here",
                "rules: [{on: smtp DATA, drip: 3}]           | rules[1]: drip: expected keys and values",
                "rules: [{on: smtp DATA, garbage: 65M}]      | rules[1]: garbage: at most 64M",
                "rules: [{on: smtp DATA, endless: []}]       | rules[1]: endless: which line?",
                "rules: [{on: pop3 STAT, lie: {messages: many}}] | rules[1]: lie: messages: 'many' is no number",
                "expect: {command: AT}                       | expect: code: is missing",
                "expect: {command: AT, code: OK}             | expect: code: expected one such as",
            })
    void mistakesAreNamedByFileAndKey(String yaml, String message) throws IOException {
        Path file = Files.writeString(directory.resolve("wrong.yaml"), yaml.replace("${n}", "\n"));
        assertThatThrownBy(() -> ScriptFile.read(file))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(message);
    }

    @Test
    void aFileThatIsNotThere() {
        assertThatThrownBy(() -> ScriptFile.read(directory.resolve("missing.yaml")))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessageContaining("missing.yaml");
    }
}
