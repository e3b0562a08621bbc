package io.github.sim52xx.cli;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.net.AllowRule;
import io.github.sim52xx.net.MapRule;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The options of {@code sim52xx run}. Scripts depend on their names. */
final class RunOptions {

    static final int DEFAULT_PORT = 5200;

    @Option(
            names = "--tcp",
            paramLabel = "[HOST:]PORT",
            converter = Converters.Address.class,
            description = "AT port on TCP, default 127.0.0.1:5200, 0 for any free port; each connection is one more"
                    + " terminal of the same modem. Without this option there is none beside --stdio.")
    InetSocketAddress tcp;

    @Option(names = "--fresh-per-connection", description = "Each TCP connection gets a new modem of its own.")
    boolean freshPerConnection;

    @Option(
            names = "--pty",
            paramLabel = "LINK",
            description = "AT port on a PTY with a symbolic link to it, such as /tmp/ttySIM0.")
    Path pty;

    @Option(names = "--stdio", description = "AT port on standard input and output; messages go to standard error.")
    boolean stdio;

    @Option(
            names = "--mail",
            paramLabel = "embedded|none",
            defaultValue = "embedded",
            converter = Converters.Mail.class,
            description = "Mail server inside the process (default): accounts un/pwd and UserName/password open one"
                    + " mailbox that gets whatever is sent to anyone; every name under server.com leads to it.")
    boolean mail;

    @Option(
            names = "--map",
            paramLabel = "NAME[:PORT]=HOST:PORT",
            converter = Converters.Map.class,
            description = "The modem's DNS and NAT: where a name that the host code uses really leads. Repeatable.")
    List<MapRule> map = new ArrayList<>();

    @Option(
            names = "--allow-net",
            paramLabel = "HOST[:PORT]|any",
            converter = Converters.Allow.class,
            description = "What the modem may reach besides loopback and mapped names. Repeatable.")
    List<AllowRule> allowNet = new ArrayList<>();

    @Option(
            names = "--state",
            paramLabel = "DIR",
            description = "Flash, card and non-volatile settings live in DIR: DIR/C and DIR/D are ordinary files."
                    + " Without it they live in memory.")
    Path state;

    @Option(
            names = "--flash",
            paramLabel = "SIZE",
            defaultValue = "128M",
            converter = Size.Converter.class,
            description = "Size of C:, default ${DEFAULT-VALUE}.")
    Size flash;

    @Option(
            names = "--card",
            paramLabel = "SIZE|none",
            defaultValue = "256M",
            converter = Converters.Card.class,
            description = "Size of the storage card D:, default ${DEFAULT-VALUE}.")
    Card card;

    @Option(
            names = "--rtc",
            paramLabel = "TIME",
            converter = Converters.Time.class,
            description = "The modem's clock at power-on, such as 2010-02-02T11:04:57+08:00; default the host's.")
    OffsetDateTime rtc;

    @Option(
            names = "--firmware",
            paramLabel = "2010|2012|2014",
            defaultValue = "2010",
            converter = Converters.FirmwareYear.class,
            description = "Which year's documents the modem follows where they differ, default ${DEFAULT-VALUE}.")
    Firmware firmware;

    @Option(
            names = "--profile",
            paramLabel = "FILE.yaml",
            description = "Identity, SIM, network and commands of a particular device.")
    Path profile;

    @Option(
            names = "--cold-boot",
            description = "Power the modem on when the first terminal attaches, so that it sees START, +CPIN: READY …")
    boolean coldBoot;

    @Option(
            names = "--pace",
            paramLabel = "BAUD",
            converter = Converters.Baud.class,
            description = "Send and accept bytes at a UART's speed; default as fast as it can.")
    Integer pace;

    @Option(
            names = "--trace",
            paramLabel = "FILE",
            description = "Write every byte of AT, SMTP, POP3 and sockets with times, passwords masked.")
    Path trace;

    @Option(
            names = "--endpoints",
            paramLabel = "FILE",
            description = "Written when ready: JSON that says where everything is.")
    Path endpoints;

    @Option(names = "--config", paramLabel = "FILE.yaml", description = "All of these options in a file.")
    Path config;

    /** @throws UsageException if two options exclude each other */
    void check() {
        if (freshPerConnection) {
            String other = state != null ? "--state" : pty != null ? "--pty" : stdio ? "--stdio" : null;
            if (other != null) {
                throw new UsageException("--fresh-per-connection makes many modems and cannot be used with " + other);
            }
        }
    }

    /** The storage card: absent if size is null. */
    record Card(Size size) {}
}
