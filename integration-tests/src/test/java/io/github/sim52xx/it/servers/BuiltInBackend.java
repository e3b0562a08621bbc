package io.github.sim52xx.it.servers;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Mailbox;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.net.HostPort;
import java.io.IOException;
import java.util.Map;

/** The server inside the process, twice on one mailbox. */
final class BuiltInBackend implements MailBackend {

    private static final Map<String, String> REFUSED = Map.of(
            "refused@server.com", "550 5.1.1 No such user here",
            "full@server.com", "452 4.2.2 Mailbox full",
            "busy@server.com", "421 4.3.2 Too busy");
    private static final Conduct CONDUCT = BuiltInBackend::at;

    private final MailServer open;
    private final MailServer strict;

    BuiltInBackend() throws IOException {
        Mailbox mailbox = new Mailbox();
        open = MailServer.builder().mailbox(mailbox).conduct(CONDUCT).start();
        strict = MailServer.builder()
                .mailbox(mailbox)
                .conduct(CONDUCT)
                .authRequired(true)
                .start();
    }

    private static Action at(Occasion occasion) {
        if (occasion.verb().equals("RCPT")) {
            for (Map.Entry<String, String> refused : REFUSED.entrySet()) {
                if (occasion.argument().contains("<" + refused.getKey() + ">")) {
                    return new Action.Reply(refused.getValue());
                }
            }
        }
        return Action.PROCEED;
    }

    @Override
    public HostPort smtp() {
        return on(open.smtpPort());
    }

    @Override
    public HostPort smtpAfterLogin() {
        return on(strict.smtpPort());
    }

    @Override
    public HostPort pop3() {
        return on(open.pop3Port());
    }

    private static HostPort on(int port) {
        return new HostPort("127.0.0.1", port);
    }

    @Override
    public void close() {
        open.close();
        strict.close();
    }
}
