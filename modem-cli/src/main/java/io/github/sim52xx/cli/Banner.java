package io.github.sim52xx.cli;

import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Identity;
import io.github.sim52xx.net.HostPort;
import java.net.InetSocketAddress;
import java.util.Locale;

/** What {@code sim52xx run} prints when it is ready: what runs, and how to attach to it. */
final class Banner {

    private final Console console;
    private final RunOptions options;
    private final Blueprint blueprint;

    Banner(Console console, RunOptions options, Blueprint blueprint) {
        this.console = console;
        this.options = options;
        this.blueprint = blueprint;
    }

    /** @param mail null if there is no built-in server */
    void print(Ports ports, MailServer mail, ControlPort control) {
        Identity identity = blueprint.profile().identity();
        console.line(console.bold(identity.model()) + "  firmware of " + options.firmware.year() + ", IMEI "
                + identity.imei());
        if (ports.tcp() != null) {
            String where = text(ports.tcp().address());
            row("AT", "tcp " + where, "sim52xx at --to " + where);
        }
        if (ports.pty() != null) {
            row("AT", "pty " + options.pty + " → " + ports.pty().device(), "picocom " + options.pty);
        }
        if (options.stdio) {
            row("AT", "standard input and output", "");
        }
        if (mail != null) {
            row(
                    "mail",
                    "smtp 127.0.0.1:" + mail.smtpPort() + ", pop3 127.0.0.1:" + mail.pop3Port(),
                    "any name under server.com; accounts un/pwd, UserName/password");
        }
        if (control.address() != null) {
            String where = text(control.address());
            row("ctrl", "http " + where, "sim52xx ctl --to " + where + " state");
        }
        String card = options.card == 0 ? "no card" : "D: " + megabytes(options.card);
        row(
                "files",
                "C: " + megabytes(options.flash) + ", " + card,
                options.state == null ? "in memory; --state DIR keeps them" : "kept in " + options.state);
        if (ports.skipped() != null) {
            console.line("  " + ports.skipped());
        }
        if (control.skipped() != null) {
            console.line("  " + control.skipped());
        }
        console.line("Ctrl-C ends it.");
    }

    private static String text(InetSocketAddress address) {
        return new HostPort(address.getAddress().getHostAddress(), address.getPort()).toString();
    }

    private void row(String what, String where, String how) {
        console.line(String.format("  %-5s %-44s %s", what, where, how).stripTrailing());
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.4g MB", bytes / 1048576.0).replaceAll("\\.?0+ ", " ");
    }
}
