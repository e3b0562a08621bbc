package io.github.sim52xx.cli;

import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.MapRule;
import java.net.InetAddress;
import java.util.List;

/** The names by which a modem reaches the built-in mail server: whatever is under {@code server.com}. */
final class MailNames {

    private static final int SMTP = 25;
    private static final int POP3 = 110;
    private static final String DOMAIN = "*.server.com";

    private MailNames() {}

    static List<MapRule> of(MailServer server) {
        String loopback = InetAddress.getLoopbackAddress().getHostAddress();
        return List.of(
                new MapRule(DOMAIN, SMTP, new HostPort(loopback, server.smtpPort())),
                new MapRule(DOMAIN, POP3, new HostPort(loopback, server.pop3Port())));
    }
}
