package io.github.sim52xx.it.servers;

import org.junit.jupiter.api.extension.ExtendWith;

/** Postfix and Dovecot in a container. */
@ExtendWith(DockerNeeded.class)
class DockerServersTest extends MailServerContract {

    @Override
    MailBackend start() {
        return new DockerBackend();
    }
}
