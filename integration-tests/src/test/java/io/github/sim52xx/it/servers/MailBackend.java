package io.github.sim52xx.it.servers;

import io.github.sim52xx.net.HostPort;
import java.io.IOException;

/**
 * A mail server as {@code docker/mail} describes it: whatever is sent to anyone at server.com lies in one maildrop, except
 * that {@code refused@}, {@code full@} and {@code busy@server.com} are answered 550, 452 and 421; the account un/pwd
 * opens the maildrop.
 */
interface MailBackend extends AutoCloseable {

    /** Takes mails from everybody, and a login if there is one. */
    HostPort smtp();

    /** The same server, where nothing goes without a login. */
    HostPort smtpAfterLogin();

    HostPort pop3();

    /** Ends the server and removes what it has stored. */
    @Override
    void close() throws IOException;
}
