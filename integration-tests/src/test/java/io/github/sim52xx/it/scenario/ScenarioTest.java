package io.github.sim52xx.it.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.Bench;
import io.github.sim52xx.cli.Cable;
import io.github.sim52xx.cli.hostile.Neighbours;
import io.github.sim52xx.cli.hostile.ScriptSyntaxException;
import io.github.sim52xx.cli.scenario.ScenarioFile;
import io.github.sim52xx.cli.transcript.Audience;
import io.github.sim52xx.cli.transcript.Difference;
import io.github.sim52xx.cli.transcript.Player;
import io.github.sim52xx.cli.transcript.Transcript;
import io.github.sim52xx.cli.transcript.TranscriptSource;
import io.github.sim52xx.it.transcripts.Unhurried;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.Trace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Scenarios: what is random comes from the seed alone, things happen when they are said to, and mistakes are told. */
class ScenarioTest {

    private static final String RANDOM = """
            seed: SEED
            given: [clock 2010-02-02T11:04:57+08:00]
            files: {C:/a.bin: 500 bytes}
            mails: [first]
            timeline:
              - {when: AT+POP3IN, count: 2, do: mail-server follows pop3-garbage}
              - {when: AT+CPAS, every: 1, chance: 0.4, do: clock set 2011-01-01T00:00:00+00:00}
            """;

    private static final String NETWORK = """
            given tcp-server 7001 answers yes
            > ATE0
            < OK
            > AT+CIPSRIP=0
            < OK
            > AT+NETOPEN=,,1
            < Network opened
            < OK
            """;

    private static final String CONNECTION = """
            > AT+CIPOPEN=N,"TCP","server.example",7001
            < Connect ok
            < OK
            > AT+CIPSEND=N,5
            <! \\r\\n>
            >! hello
            < +CIPSEND: 5, 5
            < OK
            < Send ok
            < +IPD3
            <! yes
            > AT+CIPSEND=N,5
            <! \\r\\n>
            >! hello
            < +CIPSEND: 5, 5
            < OK
            < Send ok
            """;

    @TempDir
    private Path directory;

    private final Queue<String> said = new ConcurrentLinkedQueue<>();

    @Test
    void theSameSeedGivesTheSameBytes() throws Exception {
        // With these there is a line end in all of the garbage, so that nobody waits for one.
        Map<String, String> first = bytes(4);
        assertThat(bytes(4)).isEqualTo(first);
        assertThat(first).containsKeys("AT 1<", "AT 1>", "POP3 1<");
        assertThat(first.get("AT 1>")).contains("+CFTRANTX: DATA,500");
        assertThat(List.of(bytes(13), bytes(25), bytes(47))).anyMatch(other -> !other.equals(first));
    }

    @Test
    void whatACommandLineBringsAboutIsThereBeforeItsAnswer() throws Exception {
        assertThat(play("timeline: [{when: AT+CREG, count: 2, do: radio registration denied}]", """
                        > AT+CREG?
                        < +CREG: 0,1
                        < OK
                        > AT+CSQ;+CREG?
                        < +CSQ: 22,0
                        < +CREG: 0,1
                        < OK
                        > AT+CREG?
                        < +CREG: 0,2
                        < OK
                        """))
                .isNull();
        assertThat(said).contains("scenario: AT+CREG?: radio registration denied");
    }

    @Test
    void aLineThatSwitchesOffIsNotAnswered() throws Exception {
        assertThat(play("timeline: [{when: AT+GMM, do: [power cut, power on]}]", """
                        > ATE0
                        < OK
                        > AT+GMM
                        <~ 2s START
                        < +CPIN: READY
                        <~ 1s SMS DONE
                        < PB DONE
                        """))
                .isNull();
    }

    @Test
    void timePassesAsTheModemsDoes() throws Exception {
        assertThat(play(
                        "timeline: [{at: +30s, do: radio registration denied}, {at: 40s..50s, do: radio registration home}]",
                        """
                        > AT+CREG?
                        < +CREG: 0,1
                        < OK
                        wait 29s
                        > AT+CREG?
                        < +CREG: 0,1
                        < OK
                        wait 3s
                        > AT+CREG?
                        < +CREG: 0,3
                        < OK
                        wait 40s
                        > AT+CREG?
                        < +CREG: 0,1
                        < OK
                        """))
                .isNull();
    }

    /** Ten bytes go out and three come in between, on each connection anew. */
    @Test
    void aSocketsBytesCountBothWays() throws Exception {
        assertThat(play(
                        "timeline: [{when: after 11 bytes of tcp, count: 2, do: clock set 2011-01-01T00:00:00+00:00}]",
                        NETWORK + CONNECTION.replace("=N", "=0") + CONNECTION.replace("=N", "=1")))
                .isNull();
        awaitSaid("scenario: 13 bytes of TCP: clock set 2011-01-01T00:00:00+00:00");
    }

    @Test
    void datagramsCountToo() throws Exception {
        assertThat(play("timeline: [{when: after 6 bytes of udp, do: clock set 2011-01-01T00:00:00+00:00}]", """
                        given udp-echo 7002
                        > ATE0
                        < OK
                        > AT+NETOPEN="UDP"
                        < Network opened
                        < OK
                        > AT+UDPSEND=5,"server.example",7002
                        <! \\r\\n>
                        >! hello
                        < +UDPSEND: 5, 5
                        < OK
                        < RECV FROM:127.0.0.1:7002
                        < +IPD5
                        <! hello
                        """))
                .isNull();
        awaitSaid("scenario: 10 bytes of UDP: clock set 2011-01-01T00:00:00+00:00");
    }

    /** The mail with its file is written at once, and yet not a byte more goes out. */
    @Test
    void whatComesAfterSoManyBytesOfAMailComesRightThere() throws Exception {
        assertThat(play("""
                        files: {C:/Picture/large.jpg: 60000 bytes}
                        timeline: [{when: after 4096 bytes of smtp DATA, do: radio registration denied}]
                        """, """
                        > AT+SMTPSRV="smtp.server.com",25
                        < OK
                        > AT+SMTPFROM="mike@server.com","mike"
                        < OK
                        > AT+SMTPRCPT=0,0,"john@server.com","john"
                        < OK
                        > AT+FSCD=C:/Picture
                        < +FSCD: C:/Picture/
                        < OK
                        > AT+SMTPFILE=1,"large.jpg"
                        < OK
                        > AT+SMTPSEND
                        < +SMTP: OK
                        < OK
                        < +SMTP: NETWORK ERROR
                        """)).isNull();
        assertThat(said).contains("scenario: 4096 bytes of SMTP DATA: radio registration denied");
    }

    @Test
    void soDoesWhatComesAfterSoManyBytesOfAnAnswer() throws Exception {
        assertThat(play("""
                        mails: [first]
                        timeline: [{when: after 100 bytes of pop3 RETR, do: radio registration denied}]
                        """, """
                        > AT+POP3SRV="pop3.server.com","un","pwd",110
                        < OK
                        > AT+POP3IN
                        < +POP3: SUCCESS
                        < OK
                        > AT+POP3GET=1
                        < OK
                        < +POP3: NETWORK ERROR
                        """)).isNull();
        assertThat(said).contains("scenario: 100 bytes of POP3 RETR: radio registration denied");
    }

    @Test
    void whatCannotBeIsToldAndTheRestGoesOn() throws Exception {
        assertThat(play(
                        "given: [no card]\ntimeline:\n- {when: AT+CSQ, do: [card pull, radio registration denied]}",
                        """
                        > AT+CSQ
                        < +CSQ: 99,99
                        < OK
                        """))
                .isNull();
        assertThat(said).anyMatch(line -> line.startsWith("scenario.yaml:3: card pull: there is no card"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '§',
            value = {
                "about: x\\ntimelime: []|x.yaml:2: timelime: not known here; known are seed, about",
                "given: [cart none]|x.yaml:1: given: 'cart none': expected one of the known fixtures",
                "files: {E:/a: x}|x.yaml:1: files: E:/a: expected a path",
                "files: {C:/a: many bytes}|expected a text, or a size",
                "mails: [third]|there is no mail third",
                "timeline:\\n- {do: card pull}|x.yaml:2: timeline[1]: expected either at, such as +30s, or when",
                "timeline:\\n- {at: soon, do: card pull}|x.yaml:2: timeline[1]: at: 'soon' is no time",
                "timeline:\\n- {at: 5s, count: 2, do: card pull}|comes only once",
                "timeline:\\n- {when: tomorrow, do: card pull}|'tomorrow' is no moment such as AT+SMTPSEND",
                "timeline:\\n- {when: after 10 bytes of ftp, do: card pull}|'after 10 bytes of ftp' is no moment such as AT+SMTPSEND",
                "timeline:\\n- {when: after 10 bytes of tcp DATA, do: card pull}|DATA, after 100 bytes of tcp",
                "timeline:\\n- {when: smtp RETR, do: card pull}|RETR is no verb of SMTP",
                "timeline:\\n- when: AT\\n  do: card push|x.yaml:3: timeline[1]: do: 'card push': there is no 'push' for card, but pull, insert",
                "timeline:\\n- {when: AT, do: clock set noon}|time 'noon' is not a time such as",
                "timeline:\\n- {when: AT, do: mail-server follows nobody}|hostile-mail --list",
                "timeline:\\n- {when: AT, do: []}|what? Such as card pull",
                "timeline:\\n- {when: AT, do: card pull, chance: 2}|'2' is no chance from 0 to 1",
                "- a|x.yaml:1: expected keys and values",
                "about: x\\ntimeline:\\n- card pull|x.yaml:3: timeline[1]: expected keys and values",
                "about: x\\nfiles: 5|x.yaml:2: files: expected keys and values",
                "given:\\n- firmware 2012\\n- cart 7|x.yaml:3: given: 'cart 7': expected one of",
                "mails:\\n- first\\n- third|x.yaml:3: mails: there is no mail third",
                "timeline:\\n- {at: 1s, doo: card pull}|x.yaml:2: timeline[1]: doo: not known here; known are at, when,",
                "timeline:\\n- when: AT\\n  do:\\n  - card pull\\n  - radio signal 77|x.yaml:5: timeline[1]: do: 'radio signal 77': rssi '77' is not",
                "timeline:\\n- {at: 1s, do: radio operator 26201 \"My Net}|there is no end to the quotes",
                "about: &a x\\ngiven: [*a]|x.yaml:2: *a: aliases are not read",
                "about: x\\n---\\nabout: y|x.yaml:3: a second document",
                "a: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[|x.yaml:1: more than 20 lists",
            })
    void mistakesAreToldWithTheirPlace(String yaml, String message) {
        assertThatThrownBy(() -> ScenarioFile.parse("x.yaml", yaml.replace("\\n", "\n"), null))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessageStartingWith("x.yaml")
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mails: [nobody.eml]|cannot read nobody.eml: no such file",
                "mails: [../x.eml]|cannot read ../x.eml: it is not in ",
                "mails: [/etc/hostname]|cannot read /etc/hostname: it is not in ",
                "mails: [sub/../../x.eml]|it is not in ",
                "mails: [sub]|cannot read sub: Is a directory",
                "timeline: [{when: AT, do: mail-server follows nobody.yaml}]|nobody.yaml: cannot be read: no such file",
                "timeline: [{when: AT, do: mail-server follows /etc/hostname}]|'mail-server follows /etc/hostname': it is not in "
            })
    void filesAreBesideTheScenario(String yaml, String message) throws Exception {
        Files.createDirectory(directory.resolve("sub"));
        assertThatThrownBy(() -> ScenarioFile.parse("x.yaml", yaml, directory.resolve("x.yaml")))
                .isInstanceOf(ScriptSyntaxException.class)
                .hasMessageStartingWith("x.yaml:1: ")
                .hasMessageContaining(message);
    }

    @Test
    void aFileHasAnEnd() throws Exception {
        Path file = Files.writeString(directory.resolve("x.yaml"), "about: " + "x".repeat(300_000));
        assertThatThrownBy(() -> Neighbours.yaml(file)).hasMessage("larger than 256 KB");
    }

    @Test
    void namesMayHaveBlanks() throws Exception {
        assertThat(play("timeline: [{when: AT+CSQ, do: radio operator 26201 \"My Network\" My}]", """
                        > AT+CSQ
                        < +CSQ: 22,0
                        < OK
                        > AT+COPS?
                        < +COPS: 0,0,"My Network",2
                        < OK
                        """))
                .isNull();
    }

    private Map<String, String> bytes(int seed) throws Exception {
        Map<String, ByteArrayOutputStream> channels = new TreeMap<>();
        Trace trace = (channel, outgoing, bytes, offset, length) -> {
            synchronized (channels) {
                channels.computeIfAbsent(channel + (outgoing ? ">" : "<"), name -> new ByteArrayOutputStream())
                        .write(bytes, offset, length);
            }
        };
        String dialogue = """
                > ATE0
                < OK
                > AT+POP3SRV="pop3.server.com","un","pwd",110
                < OK
                > AT+POP3IN
                < +POP3: SUCCESS
                < OK
                > AT+POP3OUT
                < +POP3: SUCCESS
                < OK
                """;
        String poll = """
                > AT+POP3IN
                < +POP3: SERVER ERROR
                < ERROR
                > AT+CPAS;+CCLK?
                < +CPAS: 0
                </ \\+CCLK: .*
                < OK
                """;
        String file = """
                > AT+CFTRANTX="C:/a.bin"
                <! \\r\\n+CFTRANTX: DATA,500\\r\\n
                """;
        play(RANDOM.replace("SEED", Integer.toString(seed)), dialogue + poll.repeat(3) + file, trace);
        Map<String, String> all = new TreeMap<>();
        channels.forEach((name, bytes) -> all.put(name, bytes.toString(StandardCharsets.ISO_8859_1)));
        return all;
    }

    private Difference play(String scenario, String dialogue) throws Exception {
        return play(scenario, dialogue, Trace.NONE);
    }

    private Difference play(String scenario, String dialogue, Trace trace) throws Exception {
        Files.writeString(directory.resolve("scenario.yaml"), scenario);
        Path file = Files.writeString(directory.resolve("dialogue.at"), "given scenario scenario.yaml\n" + dialogue);
        Transcript transcript = Transcript.read(new TranscriptSource.File(file));
        try (Bench bench = new Bench(transcript.allFixtures().toList(), Cable.DIRECT, this::event, trace)) {
            return new Player(Unhurried.TIME, Audience.NONE).play(transcript, bench);
        }
    }

    /** What bytes bring about is told by a thread of its own. */
    private void awaitSaid(String line) throws InterruptedException {
        for (int i = 0; i < 6000 && !said.contains(line); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        assertThat(said).contains(line);
    }

    private void event(ModemEvent event) {
        assertThat(event).isNotInstanceOf(ModemEvent.Fault.class);
        said.add(event.describe().replace(directory + "/", ""));
    }
}
