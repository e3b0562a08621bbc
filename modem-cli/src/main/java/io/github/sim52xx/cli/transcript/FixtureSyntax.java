package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.cli.transcript.Fixture.Conduct;
import io.github.sim52xx.cli.transcript.Fixture.FirmwareOf;
import io.github.sim52xx.cli.transcript.Fixture.Manner;
import io.github.sim52xx.cli.transcript.Fixture.State;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.gps.Position;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.net.MapRule;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The words behind {@code given}, but for those that take another file. */
enum FixtureSyntax {
    ACCEPTS("mail-server accepts", "mail-server accepts", words -> new Fixture.MailServer(Manner.ACCEPTS, "", "")),
    HOLDS(
            "mail-server holds VERB",
            "mail-server holds (\\S+)",
            words -> new Fixture.MailServer(Manner.HOLDS, verb(words), "")),
    REFUSES(
            "mail-server refuses VERB REPLY",
            "mail-server refuses (\\S+) ([1-5]\\d\\d.*|[-+].*)",
            words -> new Fixture.MailServer(Manner.REFUSES, verb(words), words.group(2))),
    CLOSES(
            "mail-server closes VERB",
            "mail-server closes (\\S+)",
            words -> new Fixture.MailServer(Manner.CLOSES, verb(words), "")),
    MAILS("mails NAME, NAME", "mails ([^,\\s]+(?:, *[^,\\s]+)*)", words -> new Fixture.Mails(mails(words.group(1)))),
    HOLDING(
            "file C:/PATH holds TEXT",
            "file ([CcDd]:/.*?\\S) holds (.+)",
            words -> new Fixture.Holding(Escapes.bytes(words.group(1)), Escapes.decode(words.group(2)))),
    FILE(
            "file C:/PATH SIZE",
            "file ([CcDd]:/.*\\S) (\\d{1,8})",
            words -> new Fixture.File(Escapes.bytes(words.group(1)), Integer.parseInt(words.group(2)))),
    DIRECTORY(
            "directory C:/PATH",
            "directory ([CcDd]:/.*\\S)",
            words -> new Fixture.Directory(Escapes.bytes(words.group(1)))),
    FLASH("flash SIZE", "flash (\\d{1,10})", words -> new Fixture.DriveOf(Drive.C, Long.parseLong(words.group(1)))),
    CARD("card SIZE", "card (\\d{1,10})", words -> new Fixture.DriveOf(Drive.D, Long.parseLong(words.group(1)))),
    CLOCK(
            "clock 2010-02-02T11:04:57+08:00",
            "clock (\\S+)",
            words -> new Fixture.Clock(OffsetDateTime.parse(words.group(1)), false)),
    RUNNING_CLOCK(
            "clock 2010-02-02T11:04:57+08:00 running",
            "clock (\\S+) running",
            words -> new Fixture.Clock(OffsetDateTime.parse(words.group(1)), true)),
    MAP("map NAME:PORT=HOST:PORT", "map (\\S+)", words -> new Fixture.Mapped(mapRule(words.group(1)))),
    FIRMWARE("firmware 2010|2012|2014", "firmware (\\d{4})", words -> new FirmwareOf(firmware(words.group(1)))),
    TCP_ECHOES(
            "tcp-server 7001 echoes",
            "tcp-server (\\d{1,5}) echoes",
            words -> new Fixture.TcpServer(port(words), Conduct.ECHOES, "")),
    TCP_SILENT(
            "tcp-server 7001 silent",
            "tcp-server (\\d{1,5}) silent",
            words -> new Fixture.TcpServer(port(words), Conduct.SILENT, "")),
    TCP_SAYS(
            "tcp-server 7001 says TEXT",
            "tcp-server (\\d{1,5}) says (.+)",
            words -> new Fixture.TcpServer(port(words), Conduct.SAYS, Escapes.decode(words.group(2)))),
    TCP_ANSWERS(
            "tcp-server 7001 answers TEXT",
            "tcp-server (\\d{1,5}) answers (.+)",
            words -> new Fixture.TcpServer(port(words), Conduct.ANSWERS, Escapes.decode(words.group(2)))),
    TCP_TAKES_LEAVE(
            "tcp-server 7001 takes leave with TEXT",
            "tcp-server (\\d{1,5}) takes leave with (.+)",
            words -> new Fixture.TcpServer(port(words), Conduct.TAKES_LEAVE, Escapes.decode(words.group(2)))),
    UDP_ECHO("udp-echo 7002", "udp-echo (\\d{1,5})", words -> new Fixture.UdpEcho(port(words))),
    TCP_CLIENTS("tcp-clients 80", "tcp-clients (\\d{1,5})", words -> new Fixture.TcpClients(port(words))),
    POSITION(
            "position LATITUDE LONGITUDE METRES",
            "position (-?\\d{1,2}\\.\\d{1,9}) (-?\\d{1,3}\\.\\d{1,9}) (-?\\d{1,5}\\.\\d)",
            words -> new Fixture.At(Position.at(
                    Double.parseDouble(words.group(1)),
                    Double.parseDouble(words.group(2)),
                    Double.parseDouble(words.group(3))))),
    NO_CARD("no card", "no card", words -> State.NO_CARD),
    NO_SIM("no sim", "no sim", words -> State.NO_SIM),
    SIM_PIN("sim pin 1234", "sim pin (\\d{4,8})", words -> new Fixture.SimPin(words.group(1))),
    COLD_BOOT("cold boot", "cold boot", words -> State.COLD_BOOT),
    NOT_REGISTERED("registered no", "registered no", words -> State.NOT_REGISTERED);

    private static final Set<String> VERBS = Set.of(
            "GREETING",
            "EHLO",
            "HELO",
            "AUTH",
            "MAIL",
            "RCPT",
            "DATA",
            ".",
            "RSET",
            "NOOP",
            "QUIT",
            "CAPA",
            "USER",
            "PASS",
            "APOP",
            "STAT",
            "LIST",
            "UIDL",
            "TOP",
            "RETR",
            "DELE");

    private final String example;
    private final Pattern pattern;
    private final Function<Matcher, Fixture> reading;

    FixtureSyntax(String example, String pattern, Function<Matcher, Fixture> reading) {
        this.example = example;
        this.pattern = Pattern.compile(pattern);
        this.reading = reading;
    }

    /**
     * Reads what stands behind {@code given}.
     *
     * @throws IllegalArgumentException with one line that says what was expected
     */
    static Fixture parse(String words) {
        for (FixtureSyntax syntax : values()) {
            Matcher matcher = syntax.pattern.matcher(words);
            if (matcher.matches()) {
                return syntax.read(matcher);
            }
        }
        throw new IllegalArgumentException("expected one of the known fixtures: "
                + Arrays.stream(values()).map(syntax -> syntax.example).collect(Collectors.joining(", "))
                + ", played FILE.at, scenario FILE.yaml, profile FILE.yaml, mail-server follows SCRIPT");
    }

    private Fixture read(Matcher words) {
        try {
            return reading.apply(words);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("expected a time such as 2010-02-02T11:04:57+08:00");
        }
    }

    private static String verb(Matcher words) {
        String verb = words.group(1);
        if (!VERBS.contains(verb)) {
            throw new IllegalArgumentException("expected a verb of SMTP or POP3, GREETING or a full stop, not " + verb);
        }
        return verb;
    }

    private static int port(Matcher words) {
        int port = Integer.parseInt(words.group(1));
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("expected a port from 1 to 65535, not " + port);
        }
        return port;
    }

    private static List<String> mails(String names) {
        List<String> known = SampleMail.names();
        List<String> wanted = List.of(names.split(", *"));
        if (!known.containsAll(wanted)) {
            throw new IllegalArgumentException("expected one of the sample mails: " + String.join(", ", known));
        }
        return wanted;
    }

    private static MapRule mapRule(String text) {
        try {
            return MapRule.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("expected a rule such as smtp.server.com:25=127.0.0.1:2525", e);
        }
    }

    private static Firmware firmware(String year) {
        for (Firmware firmware : Firmware.values()) {
            if (Integer.toString(firmware.year()).equals(year)) {
                return firmware;
            }
        }
        throw new IllegalArgumentException("expected firmware 2010, 2012 or 2014");
    }
}
