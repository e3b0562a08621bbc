package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.gps.Position;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.MapRule;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;

/** Something that a transcript presupposes, {@code given …}. Immutable. */
public sealed interface Fixture {

    /** The name by which the modem reaches the servers that are given. */
    String PEER = "server.example";

    /**
     * Reads what stands behind {@code given}, where that needs no other file.
     *
     * @throws IllegalArgumentException with one line that says what was expected
     */
    static Fixture parse(String words) {
        return FixtureSyntax.parse(words);
    }

    /** What somebody must have who plays the transcript on a modem of his own. */
    String precondition();

    /**
     * How the mail server behaves. It knows the accounts of the application note.
     *
     * @param verb as in the protocols, {@code GREETING} for the greeting, {@code .} for the end of a mail; empty for
     *     {@link Manner#ACCEPTS}
     * @param reply the refusal
     */
    record MailServer(Manner manner, String verb, String reply) implements Fixture {

        @Override
        public String precondition() {
            return "a mail server that "
                    + switch (manner) {
                        case ACCEPTS -> "accepts every mail, with an empty mailbox";
                        case HOLDS -> "falls silent at " + verb;
                        case REFUSES -> "answers " + verb + " with \"" + reply + "\"";
                        case CLOSES -> "closes the connection at " + verb;
                    };
        }
    }

    /** What the mail server does. */
    enum Manner {
        ACCEPTS,
        HOLDS,
        REFUSES,
        CLOSES
    }

    /** {@code given mails first, second}: exactly these are in the mailbox. */
    record Mails(List<String> names) implements Fixture {

        @Override
        public String precondition() {
            return "exactly these sample mails in the mailbox: " + String.join(", ", names);
        }
    }

    /**
     * {@code given file C:/Picture/x.jpg 1200}.
     *
     * @param path a byte string
     */
    record File(String path, int size) implements Fixture {

        @Override
        public String precondition() {
            return "a file " + Escapes.readable(path) + " of " + size + " bytes";
        }
    }

    /**
     * {@code given file C:/note.txt holds Hello\r\n}.
     *
     * @param path a byte string
     * @param content a byte string
     */
    record Holding(String path, String content) implements Fixture {

        @Override
        public String precondition() {
            return "a file " + Escapes.readable(path) + " of certain " + content.length() + " bytes";
        }
    }

    /**
     * {@code given directory C:/Empty}.
     *
     * @param path a byte string
     */
    record Directory(String path) implements Fixture {

        @Override
        public String precondition() {
            return "a directory " + Escapes.readable(path);
        }
    }

    /** {@code given flash 100000}, {@code given card 100000}: a drive of that size. */
    record DriveOf(Drive drive, long bytes) implements Fixture {

        @Override
        public String precondition() {
            return "a drive " + drive + ": of " + bytes + " bytes";
        }
    }

    /** {@code given mail-server follows smtp-garbage}: it misbehaves as that script says, or a file of that kind. */
    record Follows(String script, Path file) implements Fixture {

        @Override
        public String precondition() {
            return "a mail server that follows the script " + script;
        }
    }

    /**
     * {@code given clock 2010-02-02T11:04:57+08:00}: the clock stands still there. {@code given clock … running}: it goes
     * on from there.
     */
    record Clock(OffsetDateTime time, boolean running) implements Fixture {

        @Override
        public String precondition() {
            return "a clock that shows " + time;
        }
    }

    /** {@code given firmware 2012}. */
    record FirmwareOf(Firmware firmware) implements Fixture {

        @Override
        public String precondition() {
            return "firmware of " + firmware.year();
        }
    }

    /** {@code given profile FILE.yaml}: identity, SIM and commands of a particular device. */
    record ProfileOf(String name, Path file) implements Fixture {

        @Override
        public String precondition() {
            return "the device that " + name + " describes";
        }
    }

    /** {@code given map mail.example.org:25=127.0.0.1:2525}: where a name that the host code uses really leads. */
    record Mapped(MapRule rule) implements Fixture {

        @Override
        public String precondition() {
            return "a server " + rule.name() + " as there is at " + rule.target();
        }
    }

    /** {@code given sim pin 1234}: the SIM asks for it. */
    record SimPin(String pin) implements Fixture {

        @Override
        public String precondition() {
            return "a SIM that asks for its PIN, " + pin;
        }
    }

    /**
     * {@code given tcp-server 7001 echoes}: a TCP server that the modem can reach as {@code server.example:7001}.
     *
     * @param text what it says, a byte string
     */
    record TcpServer(int port, Conduct conduct, String text) implements Fixture {

        @Override
        public String precondition() {
            return "a TCP server at " + PEER + ":" + port + " that "
                    + switch (conduct) {
                        case ECHOES -> "sends back what it gets";
                        case SILENT -> "says nothing";
                        case SAYS -> "says \"" + Escapes.encode(text) + "\"";
                        case ANSWERS -> "answers the first data with \"" + Escapes.encode(text) + "\"";
                        case TAKES_LEAVE -> "says \"" + Escapes.encode(text) + "\" and closes the connection";
                    };
        }
    }

    /** What a TCP server does with a connection. */
    enum Conduct {
        ECHOES,
        SILENT,
        SAYS,
        ANSWERS,
        TAKES_LEAVE
    }

    /** {@code given udp-echo 7002}: datagrams to {@code server.example:7002} come back. */
    record UdpEcho(int port) implements Fixture {

        @Override
        public String precondition() {
            return "something at " + PEER + ":" + port + " that sends UDP datagrams back";
        }
    }

    /** {@code given tcp-clients 80}: somebody who connects to the modem's port 80. */
    record TcpClients(int port) implements Fixture {

        @Override
        public String precondition() {
            return "clients that connect to the modem's port " + port;
        }
    }

    /**
     * Who is {@code peer 2} in {@code peer 2 accepts server.example:7001}, and does what the transcript says.
     *
     * @param at what the modem calls it
     * @param datagrams speaks UDP
     */
    record Peer(HostPort at, boolean datagrams) implements Fixture {

        @Override
        public String precondition() {
            return "somebody at " + at + " who does " + (datagrams ? "by UDP " : "") + "what the transcript says";
        }
    }

    /** {@code given position 31.222388 121.353901 44.1}: GPS finds the modem there, and it does not move. */
    record At(Position position) implements Fixture {

        @Override
        public String precondition() {
            return "GPS reception at " + position.latitude() + " " + position.longitude() + ", " + position.altitude()
                    + " m high";
        }
    }

    /** {@code given played 3.1.at}: that transcript has been played before. */
    record Played(Transcript transcript) implements Fixture {

        @Override
        public String precondition() {
            return "played before: " + transcript.name();
        }
    }

    /**
     * {@code given scenario card-pulled.yaml}: what happens around the modem meanwhile.
     *
     * @param name of the file, for messages
     */
    record Directed(String name, String yaml, Path file) implements Fixture {

        @Override
        public String precondition() {
            return "somebody who does what " + name + " says";
        }
    }

    /** What takes no parameter. */
    enum State implements Fixture {
        NO_CARD("no storage card"),
        NO_SIM("no SIM"),
        COLD_BOOT("a modem that is switched on when the first terminal is attached"),
        NOT_REGISTERED("no network");

        private final String precondition;

        State(String precondition) {
            this.precondition = precondition;
        }

        @Override
        public String precondition() {
            return precondition;
        }
    }
}
