package io.github.sim52xx.it.servers;

import io.github.sim52xx.it.corpus.RoundTripContract;
import io.github.sim52xx.net.HostPort;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;

/** By way of Postfix and Dovecot in a container. */
@ExtendWith(DockerNeeded.class)
class DockerRoundTripTest extends RoundTripContract {

    private static MailBackend server;

    @BeforeAll
    static void start() throws IOException {
        server = new DockerBackend();
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
        }
    }

    @Override
    protected HostPort smtp() {
        return server.smtp();
    }

    @Override
    protected HostPort pop3() {
        return server.pop3();
    }
}
