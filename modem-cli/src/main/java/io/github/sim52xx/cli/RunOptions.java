package io.github.sim52xx.cli;

import io.github.sim52xx.cli.port.Fragmentation;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.net.AllowRule;
import io.github.sim52xx.net.ListenRule;
import io.github.sim52xx.net.MapRule;
import io.github.sim52xx.net.TlsRule;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** The options of {@code sim52xx run} and what they are when they are not given. Scripts depend on their names. */
final class RunOptions {

    static final int DEFAULT_PORT = 5200;
    static final int DEFAULT_CONTROL = 5280;

    /** Null if not given: then the default port, if that is free. */
    InetSocketAddress tcp;

    boolean freshPerConnection;
    Path pty;
    boolean stdio;
    boolean embeddedMail = true;
    /** Null for a mail server that behaves. */
    String mailScript;

    final List<MapRule> map = new ArrayList<>();
    final List<AllowRule> allowNet = new ArrayList<>();
    final List<ListenRule> listen = new ArrayList<>();
    final List<TlsRule> tls = new ArrayList<>();
    final List<Path> tlsTrust = new ArrayList<>();
    Path state;
    long flash = 128L << 20;
    /** Zero without a card. */
    long card = 256L << 20;

    OffsetDateTime rtc;
    Firmware firmware = Firmware.V2010;
    Path profile;
    boolean coldBoot;
    /** In baud, zero as fast as possible. */
    int pace;
    /** Null if output is not cut up. */
    Fragmentation fragment;

    Path trace;
    Path record;
    /** Null if nothing happens by itself. */
    Path scenario;

    Path endpoints;
    /** Null if not given: then the default port, if that is free. */
    InetSocketAddress control;

    boolean noControl;

    void addTo(CommandSpec spec) {
        new OptionList(spec)
                .value(
                        "--tcp",
                        "[HOST:]PORT",
                        text -> tcp = Values.address(text),
                        "AT port on TCP, default 127.0.0.1:5200, 0 for any free port; each connection is one more"
                                + " terminal of the same modem, raw, or with RFC 2217 (rfc2217:// of pyserial) if the client"
                                + " begins with that. Not opened by default beside --stdio.")
                .flag(
                        "--fresh-per-connection",
                        () -> freshPerConnection = true,
                        "Each TCP connection gets a new modem of its own.")
                .value(
                        "--pty",
                        "LINK",
                        text -> pty = Path.of(text),
                        "AT port on a PTY with a symbolic link to it, such as /tmp/ttySIM0. A link that is left over is"
                                + " replaced.")
                .flag(
                        "--stdio",
                        () -> stdio = true,
                        "AT port on standard input and output; messages go to standard error. On a terminal the modem gets"
                                + " each key as it is pressed, Ctrl-Z and ESC too; Ctrl-C ends it.")
                .value(
                        "--mail",
                        "embedded|none",
                        text -> embeddedMail = Values.mail(text),
                        "Mail server inside the process (default): accounts un/pwd and UserName/password open one"
                                + " mailbox that gets whatever is sent to anyone; every name under server.com leads to"
                                + " it.")
                .value(
                        "--mail-script",
                        "NAME|FILE.yaml",
                        text -> mailScript = text,
                        "What that mail server does wrong; sim52xx hostile-mail --list shows the scripts.")
                .values(
                        "--map",
                        "NAME[:PORT]=HOST:PORT",
                        text -> map.add(Values.mapRule(text)),
                        "The modem's DNS and NAT: where a name that the host code uses really leads. Repeatable.")
                .values(
                        "--allow-net",
                        "HOST[:PORT]|any[:PORT]",
                        text -> allowNet.add(Values.allowRule(text)),
                        "What the modem may reach besides loopback and mapped names. Repeatable.")
                .values(
                        "--listen",
                        "PORT=HOST:PORT",
                        text -> listen.add(Values.listenRule(text)),
                        "Where a port of the modem's own servers (AT+SERVERSTART) really listens; without it, at the same"
                                + " port on 127.0.0.1. The console says where each one is. Repeatable.")
                .values(
                        "--tls",
                        "[NAME[:PORT]=]auto|starttls|implicit|off",
                        text -> tls.add(Values.tlsRule(text)),
                        "How connections to that mail server, or to all, are secured underneath; default off. The"
                                + " device does no such thing: it speaks plain, and this makes it reach the servers"
                                + " of today. implicit: TLS from the first byte. starttls: STARTTLS or STLS, or no"
                                + " session. auto: implicit on ports 465 and 995, otherwise as starttls if the server"
                                + " offers it, and plain if not. NAME is the name that the host code uses or that it"
                                + " is mapped to; the certificate has to be for the latter, or for the former where it"
                                + " is mapped to an address or localhost. Repeatable.")
                .values(
                        "--tls-trust",
                        "FILE.pem",
                        text -> tlsTrust.add(Path.of(text)),
                        "Certificates of authorities to trust besides those that Java trusts. Repeatable.")
                .value(
                        "--state",
                        "DIR",
                        text -> state = Path.of(text),
                        "Flash, card and non-volatile settings live in DIR: DIR/C and DIR/D are ordinary files."
                                + " Without it they live in memory.")
                .value("--flash", "SIZE", text -> flash = Values.size(text), "Size of C:, default 128M.")
                .value(
                        "--card",
                        "SIZE|none",
                        text -> card = text.equals("none") ? 0 : Values.size(text),
                        "Size of the storage card D:, default 256M.")
                .value(
                        "--rtc",
                        "TIME",
                        text -> rtc = Values.time(text),
                        "The modem's clock at power-on, such as 2010-02-02T11:04:57+08:00; default the host's.")
                .value(
                        "--firmware",
                        "2010|2012|2014",
                        text -> firmware = Values.firmware(text),
                        "Which year's documents the modem follows where they differ, default 2010.")
                .value(
                        "--profile",
                        "FILE.yaml",
                        text -> profile = Path.of(text),
                        "Identity, SIM, network and commands of a particular device.")
                .flag(
                        "--cold-boot",
                        () -> coldBoot = true,
                        "Power the modem on when the first terminal attaches, so that it sees START, +CPIN: READY …")
                .value(
                        "--pace",
                        "BAUD",
                        text -> pace = Values.baud(text),
                        "Send and accept bytes at a UART's speed; default as fast as it can.")
                .value(
                        "--fragment",
                        "BYTES[,DELAY]",
                        text -> fragment = Values.fragmentation(text),
                        "Send no more than BYTES in one write and wait between writes, as USB bridges do: 8,5ms;"
                                + " without DELAY 1ms. Host code that takes what one read gives for a whole answer"
                                + " fails here first.")
                .value(
                        "--trace",
                        "FILE",
                        text -> trace = Path.of(text),
                        "Write every byte of AT, SMTP, POP3 and sockets with times, passwords masked.")
                .value(
                        "--record",
                        "FILE.at",
                        text -> record = Path.of(text),
                        "Write what is said, and what  sim52xx ctl  does meanwhile, as a transcript that  sim52xx check"
                                + "  plays again without these options, passwords masked.")
                .value(
                        "--scenario",
                        "FILE.yaml",
                        text -> scenario = Path.of(text),
                        "What the modem begins with and what happens to it, such as a card that is pulled when a mail"
                                + " is fetched: see above.")
                .value(
                        "--endpoints",
                        "FILE",
                        text -> endpoints = Path.of(text),
                        "Written when ready: JSON that says where everything is.")
                .value(
                        "--control",
                        "[HOST:]PORT|none",
                        this::control,
                        "Control port, HTTP, for  sim52xx ctl  and  why ; default 127.0.0.1:" + DEFAULT_CONTROL
                                + " if that is free, 0 for any free port. Not opened by default beside --stdio. Do not"
                                + " show it to a network that you do not trust.")
                .value(
                        ConfigFile.OPTION,
                        "FILE.yaml",
                        text -> {},
                        "All of these options in a file, by their names without the dashes.")
                .help();
    }

    /** Where the control port is unless told otherwise. */
    static InetSocketAddress defaultControl() {
        return new InetSocketAddress("127.0.0.1", DEFAULT_CONTROL);
    }

    private void control(String text) {
        noControl = text.equals("none");
        control = noControl ? null : Values.address(text);
    }

    /** @throws UsageException if two options exclude each other */
    void check() {
        if (!tlsTrust.isEmpty() && tls.isEmpty()) {
            throw new UsageException("--tls-trust is of no use without --tls");
        }
        if (mailScript != null && !embeddedMail) {
            throw new UsageException("--mail-script needs the mail server that --mail none leaves out");
        }
        if (scenario != null && (freshPerConnection || mailScript != null)) {
            throw new UsageException(
                    freshPerConnection
                            ? "--scenario is about one modem and cannot be used with --fresh-per-connection"
                            : "--scenario says itself what the mail server does, without --mail-script:"
                                    + " do: mail-server follows NAME");
        }
        if (freshPerConnection && record != null) {
            throw new UsageException("--record writes down one modem and cannot be used with --fresh-per-connection");
        }
        if (freshPerConnection) {
            String other = state != null ? "--state" : pty != null ? "--pty" : stdio ? "--stdio" : null;
            if (other != null) {
                throw new UsageException("--fresh-per-connection makes many modems and cannot be used with " + other);
            }
        }
    }
}
