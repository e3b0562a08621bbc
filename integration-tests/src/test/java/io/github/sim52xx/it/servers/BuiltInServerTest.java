package io.github.sim52xx.it.servers;

import java.io.IOException;

/** The server inside the process. */
class BuiltInServerTest extends MailServerContract {

    @Override
    MailBackend start() throws IOException {
        return new BuiltInBackend();
    }
}
