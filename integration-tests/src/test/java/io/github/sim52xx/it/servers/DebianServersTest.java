package io.github.sim52xx.it.servers;

import java.io.IOException;
import org.junit.jupiter.api.extension.ExtendWith;

/** Postfix and Dovecot from Debian's packages. */
@ExtendWith(DebianServersNeeded.class)
class DebianServersTest extends MailServerContract {

    @Override
    MailBackend start() throws IOException {
        return new DebianBackend();
    }
}
