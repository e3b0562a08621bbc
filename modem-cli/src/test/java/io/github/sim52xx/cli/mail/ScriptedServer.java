package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A server with one large mail, its clock under watch. */
abstract class ScriptedServer {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    final WatchedTime time = new WatchedTime();
    MailServer server;

    @BeforeEach
    void start() throws IOException {
        Mailbox mailbox = new Mailbox(64 << 20, 64 << 20, Path.of(System.getProperty("java.io.tmpdir")), time);
        server = MailServer.builder().time(time).mailbox(mailbox).start();
        server.mailbox().add(bytes("0123456789".repeat(20_000)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
