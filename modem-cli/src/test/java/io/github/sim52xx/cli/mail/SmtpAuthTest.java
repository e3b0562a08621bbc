package io.github.sim52xx.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AUTH: three mechanisms, their failures, and what becomes of passwords. */
class SmtpAuthTest {

    private MailServer server;
    private RawClient client;

    @BeforeEach
    void connect() throws IOException {
        server = MailServer.builder().authRequired(true).start();
        client = RawClient.greeted(server.smtpPort());
        client.ask("EHLO test");
        client.lines(4);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
    }

    @Test
    void mailNeedsIt() throws IOException {
        assertThat(client.ask("MAIL FROM:<a@b>")).startsWith("530");
        assertThat(client.ask("AUTH PLAIN " + base64("\0un\0pwd"))).startsWith("235");
        assertThat(client.ask("AUTH PLAIN " + base64("\0un\0pwd"))).startsWith("503");
        assertThat(client.ask("MAIL FROM:<a@b>")).startsWith("250");
    }

    @ParameterizedTest
    @CsvSource({
        "'',un,pwd,235",
        "'',UserName,password,235",
        "un,un,pwd,235",
        "UserName,un,pwd,535",
        "'',un,password,535",
        "'',nobody,pwd,535",
        "'','','',535"
    })
    void plain(String actFor, String name, String password, String code) throws IOException {
        assertThat(client.ask("AUTH PLAIN")).isEqualTo("334 ");
        assertThat(client.ask(base64(actFor + "\0" + name + "\0" + password))).startsWith(code);
    }

    @ParameterizedTest
    @CsvSource({"un,pwd,235", "un,wrong,535", "nobody,pwd,535"})
    void login(String name, String password, String code) throws IOException {
        assertThat(client.ask("AUTH LOGIN")).isEqualTo("334 " + base64("Username:"));
        assertThat(client.ask(base64(name))).isEqualTo("334 " + base64("Password:"));
        assertThat(client.ask(base64(password))).startsWith(code);
    }

    @Test
    void loginWithTheNameAtOnce() throws IOException {
        assertThat(client.ask("auth login " + base64("un"))).isEqualTo("334 " + base64("Password:"));
        assertThat(client.ask(base64("pwd"))).startsWith("235");
    }

    @ParameterizedTest
    @CsvSource({"un,pwd,235", "un,wrong,535", "nobody,pwd,535"})
    void cramMd5(String name, String password, String code) throws Exception {
        String question = client.ask("AUTH CRAM-MD5");
        assertThat(question).startsWith("334 ");
        byte[] challenge = Base64.getDecoder().decode(question.substring(4));
        assertThat(new String(challenge, StandardCharsets.ISO_8859_1)).matches("<\\d+\\.\\d+@sim52xx>");
        Mac mac = Mac.getInstance("HmacMD5");
        mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.ISO_8859_1), "HmacMD5"));
        String proof = HexFormat.of().formatHex(mac.doFinal(challenge));
        assertThat(client.ask(base64(name + " " + proof))).startsWith(code);
    }

    @Test
    void everyChallengeIsNew() throws IOException {
        String first = client.ask("AUTH CRAM-MD5");
        client.ask("*");
        assertThat(client.ask("AUTH CRAM-MD5")).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({
        "AUTH, 501",
        "AUTH NTLM, 504",
        "AUTH CRAM-MD5 eHg=, 501",
        "AUTH PLAIN %%%, 501",
        "AUTH PLAIN =, 535",
        "AUTH PLAIN eHg=, 535"
    })
    void malformed(String line, String code) throws IOException {
        assertThat(client.ask(line)).startsWith(code);
        assertThat(client.ask("NOOP")).startsWith("250");
    }

    @Test
    void canBeCancelledAndTriedAgain() throws IOException {
        for (String mechanism : new String[] {"PLAIN", "LOGIN", "CRAM-MD5"}) {
            assertThat(client.ask("AUTH " + mechanism)).startsWith("334 ");
            assertThat(client.ask("*")).startsWith("501");
        }
        client.ask("AUTH PLAIN");
        assertThat(client.ask("x".repeat(5000))).startsWith("500");
        assertThat(client.ask("MAIL FROM:<a@b>")).startsWith("530");
        assertThat(client.ask("AUTH PLAIN " + base64("\0un\0pwd"))).startsWith("235");
    }

    @Test
    void notInsideATransaction() throws IOException {
        server.close();
        server = MailServer.builder().start();
        try (RawClient other = RawClient.greeted(server.smtpPort())) {
            other.ask("EHLO test");
            other.lines(4);
            other.ask("MAIL FROM:<a@b>");
            assertThat(other.ask("AUTH PLAIN")).startsWith("503");
        }
    }

    @Test
    void nothingSecretIsRecorded() throws IOException {
        client.ask("AUTH PLAIN " + base64("\0un\0pwd1"));
        client.ask("AUTH LOGIN");
        client.ask(base64("un"));
        client.ask(base64("pwd2"));
        client.ask("PASS pwd3");
        server.conduct(Script.of().on(Protocol.SMTP, "AUTH").reply("334 who knows"));
        client.ask("AUTH XOAUTH");
        client.ask("pwd4");
        client.ask("hello");
        assertThat(server.transcripts().get(0).commands())
                .containsExactly(
                        "EHLO test",
                        "AUTH PLAIN ***",
                        "AUTH LOGIN",
                        "***",
                        "***",
                        "PASS ***",
                        "AUTH XOAUTH",
                        "***",
                        "hello");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
