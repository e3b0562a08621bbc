package io.github.sim52xx.it.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.it.process.SimProcess;
import io.github.sim52xx.it.process.TcpTerminal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --tls} and {@code --tls-trust}, from outside. */
class TlsOptionTest {

    @TempDir
    private Path directory;

    @Test
    void aServerThatWantsTlsIsReachedWithTheTrustThatWasGiven() throws Exception {
        Path authority = Certificates.writeAuthority(directory.resolve("authority.pem"));
        try (MailServer server = MailServer.builder().start();
                TlsFront front = new TlsFront(TlsFront.Kind.OFFERS, Certificates.Holder.MAIL)) {
            front.serve(server.pop3Port());
            String map = "mail.example.org=localhost:" + front.port();
            try (SimProcess.Running modem = SimProcess.run(
                    directory,
                    List.of(),
                    "--map",
                    map,
                    "--tls",
                    "mail.example.org=starttls",
                    "--tls-trust",
                    authority.toString())) {
                assertThat(logIn(modem)).containsExactly("+POP3: SUCCESS", "OK");
                modem.process().awaitOutput("0 mails, 0 bytes over TLSv1.3");
            }
            try (SimProcess.Running modem = SimProcess.run(directory, List.of(), "--map", map, "--tls", "starttls")) {
                assertThat(logIn(modem)).containsExactly("+POP3: NETWORK ERROR", "ERROR");
                assertThat(modem.process()
                                .awaitOutput("certificate of mail.example.org is not trusted", "(--tls-trust)"))
                        .doesNotContain("Exception");
            }
        }
    }

    @Test
    void wrongUse() throws Exception {
        Path empty = Files.writeString(directory.resolve("empty.pem"), "nothing\n");
        complains(2, "--tls: not [NAME[:PORT]=]auto|starttls|implicit|off: ssl", "--tls", "ssl");
        complains(2, "--tls-trust is of no use without --tls", "--tls-trust", empty.toString());
        complains(1, "--tls-trust: " + empty + ": ", "--tls", "auto", "--tls-trust", empty.toString());
        complains(
                1,
                "no such file",
                "--tls",
                "auto",
                "--tls-trust",
                directory.resolve("none.pem").toString());
    }

    private void complains(int code, String what, String... options) throws Exception {
        String[] arguments = new String[options.length + 3];
        System.arraycopy(new String[] {"run", "--tcp", "0"}, 0, arguments, 0, 3);
        System.arraycopy(options, 0, arguments, 3, options.length);
        try (SimProcess process = SimProcess.start(directory, List.of(), arguments)) {
            assertThat(process.exitCode()).isEqualTo(code);
            assertThat(process.output().lines()).singleElement().asString().contains(what);
        }
    }

    private static List<String> logIn(SimProcess.Running modem) throws Exception {
        try (TcpTerminal terminal = modem.terminal()) {
            terminal.line("ATE0");
            terminal.line("AT+POP3SRV=\"mail.example.org\",\"un\",\"pwd\"");
            return terminal.line("AT+POP3IN");
        }
    }
}
