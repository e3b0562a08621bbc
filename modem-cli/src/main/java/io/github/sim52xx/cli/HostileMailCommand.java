package io.github.sim52xx.cli;

import io.github.sim52xx.cli.hostile.Expectation;
import io.github.sim52xx.cli.hostile.MailScript;
import io.github.sim52xx.cli.hostile.ReadyMade;
import io.github.sim52xx.cli.hostile.Upset;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Protocol;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** {@code sim52xx hostile-mail}: a mail server that misbehaves, for modems of this and any other kind. */
final class HostileMailCommand implements Callable<Integer> {

    private final Console console = Console.standard(false);
    private final CountDownLatch over = new CountDownLatch(1);
    private final Map<Protocol, InetSocketAddress> addresses = new EnumMap<>(Protocol.class);
    private String script;
    private Long seed;
    private Path endpoints;
    private boolean list;
    private String shown;

    static CommandLine commandLine() {
        HostileMailCommand command = new HostileMailCommand();
        CommandSpec spec = CommandSpec.wrapWithoutInspection(command);
        spec.usageMessage()
                .header("An SMTP and POP3 server that misbehaves as a script says.")
                .description(
                        "",
                        "Point a real modem at it, or a simulated one:",
                        "  sim52xx run --mail none --map smtp.example.com=127.0.0.1:2525",
                        "With  sim52xx run --mail-script NAME  a modem has such a server inside.",
                        "Ctrl-C and SIGTERM end it with exit code 0.",
                        "")
                .sortOptions(false)
                .optionListHeading("Options:%n");
        new OptionList(spec)
                .value(
                        "--script",
                        "NAME|FILE.yaml",
                        text -> command.script = text,
                        "What it does: a script that comes with the app, or one of your own.")
                .value(
                        "--smtp",
                        "[HOST:]PORT",
                        text -> command.addresses.put(Protocol.SMTP, Values.address(text)),
                        "Where it listens, default any free port on loopback.")
                .value(
                        "--pop3",
                        "[HOST:]PORT",
                        text -> command.addresses.put(Protocol.POP3, Values.address(text)),
                        "The same for POP3.")
                .value(
                        "--seed",
                        "N",
                        text -> command.seed = Values.seed(text),
                        "What is random in the script comes from this number: the same bytes for the same dialogue.")
                .value(
                        "--endpoints",
                        "FILE",
                        text -> command.endpoints = Path.of(text),
                        "Written when ready: JSON that says where it listens.")
                .flag("--list", () -> command.list = true, "List the scripts that come with the app.")
                .value("--show", "NAME", text -> command.shown = text, "Print one of them, to begin your own with.")
                .help();
        return new CommandLine(spec);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (list) {
            ReadyMade.all().forEach(this::print);
        } else if (shown != null) {
            show();
        } else if (script == null) {
            throw new UsageException("which script? --list shows those that come with the app");
        } else {
            serve(ScriptChoice.read(script));
        }
        return 0;
    }

    private void print(MailScript ready) {
        Expectation expected = ready.expected();
        String code = expected == null ? "" : expected.code();
        console.line(String.format("%-24s %-34s %s", ready.name(), code, ready.about()));
    }

    private void show() {
        if (!ReadyMade.has(shown)) {
            throw new UsageException("there is no script " + shown + "; --list shows them");
        }
        console.part(ReadyMade.text(shown));
    }

    private void serve(MailScript chosen) throws InterruptedException {
        MailServer.Builder builder = MailServer.builder();
        addresses.forEach(builder::address);
        long used = seed == null ? chosen.seed() : seed;
        MailServer server = start(chosen, builder, used);
        Shutdown.before(server::close);
        if (endpoints != null) {
            Endpoints written = new Endpoints();
            written.add("smtp", server.address(Protocol.SMTP));
            written.add("pop3", server.address(Protocol.POP3));
            written.write(endpoints);
        }
        console.line(console.bold(chosen.name()) + "  " + chosen.about() + "; seed " + used);
        for (Protocol protocol : Protocol.values()) {
            InetSocketAddress address = server.address(protocol);
            String note = chosen.refusing().contains(protocol) ? "  nobody listens" : "";
            console.line(String.format(
                    "  %s  %s:%d%s", protocol, address.getAddress().getHostAddress(), address.getPort(), note));
        }
        console.line("Ctrl-C ends it.");
        over.await();
    }

    private MailServer start(MailScript chosen, MailServer.Builder builder, long used) {
        try {
            return chosen.start(builder, used, this::tell);
        } catch (IOException e) {
            throw new FailedException("the mail server does not start: " + e.getMessage()
                    + "; choose another port with --smtp and --pop3");
        }
    }

    private void tell(Upset upset) {
        console.remark(upset.describe());
    }
}
