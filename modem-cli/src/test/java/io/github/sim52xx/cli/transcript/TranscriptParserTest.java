package io.github.sim52xx.cli.transcript;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.sim52xx.cli.transcript.Step.Act;
import io.github.sim52xx.cli.world.Intervention;
import io.github.sim52xx.cli.world.WorldException;
import io.github.sim52xx.net.HostPort;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The format of transcripts, and what is said of those that are not in it. */
class TranscriptParserTest {

    @Test
    void everyKindOfLineIsUnderstood() throws Exception {
        Transcript transcript = parse("""
                # application note V1.00, 3.2:
                # sending
                given mail-server accepts
                given flash 100000

                # a remark
                > AT+SMTPSEND
                < +SMTP: OK
                <~ 5s +SMTP: SUCCESS\s
                </ \\+CSQ: \\d+
                </~ 500ms .*
                2>! a\\x1a
                <! \\r\\n>>\\x20
                wait 2m
                card out
                card in
                ctl radio operator 26201 "My Network"
                >
                hang up
                hang up 2
                """);
        assertThat(transcript.title()).isEqualTo("application note V1.00, 3.2: sending");
        assertThat(transcript.fixtures()).hasSize(2);
        assertThat(transcript.terminals()).isEqualTo(2);
        assertThat(transcript.steps())
                .extracting(Step::number)
                .containsExactly(6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
        assertThat(transcript.steps())
                .extracting(step -> step.act() instanceof Act.Matching matching
                        ? matching.pattern() + " " + matching.later()
                        : step.act())
                .containsExactly(
                        new Act.Remark("a remark"),
                        new Act.Send("AT+SMTPSEND\r"),
                        new Act.Line("+SMTP: OK", Duration.ZERO),
                        new Act.Line("+SMTP: SUCCESS ", Duration.ofSeconds(5)),
                        "\\+CSQ: \\d+ PT0S",
                        ".* PT0.5S",
                        new Act.Send("a\u001a"),
                        new Act.Bytes("\r\n>> "),
                        new Act.Wait(Duration.ofMinutes(2)),
                        intervention("card pull"),
                        intervention("card insert"),
                        intervention("radio operator 26201 \"My Network\""),
                        new Act.Send("\r"),
                        new Act.HangUp(),
                        new Act.HangUp());
    }

    @Test
    void whoIsAtTheOtherEndOfASocketIsThereBeforehand() throws Exception {
        Transcript transcript = parse("""
                > AT
                client 1 connects 80
                peer 2 accepts server.example:7001
                peer 3 accepts udp [::1]:7002
                peer 3 says a\\x00
                peer 2 is closed
                peer 12 resets
                """);
        Fixture.Peer stream = new Fixture.Peer(new HostPort("server.example", 7001), false);
        Fixture.Peer datagrams = new Fixture.Peer(new HostPort("::1", 7002), true);
        assertThat(transcript.fixtures()).containsExactly(new Fixture.TcpClients(80), stream, datagrams);
        assertThat(transcript.steps())
                .extracting(Step::act)
                .containsExactly(
                        new Act.Send("AT\r"),
                        new Act.Client(1, Act.Deed.CONNECTS, "80"),
                        new Act.Accept(2, stream),
                        new Act.Accept(3, datagrams),
                        new Act.Client(3, Act.Deed.SAYS, "a\0"),
                        new Act.Client(2, Act.Deed.IS_CLOSED, ""),
                        new Act.Client(12, Act.Deed.RESETS, ""));
    }

    @Test
    void textIsUtf8WithAnyLineEndsAndAMarkInFront() throws Exception {
        Transcript transcript = parse("\ufeff# t\u00eftle\r\n> AT\u6d4b\r\n< OK\r\n");
        assertThat(transcript.title()).isEqualTo("t\u00eftle");
        assertThat(transcript.steps().get(0).act()).isEqualTo(new Act.Send("AT\u00e6\u00b5\u008b\r"));
        assertThat(transcript.steps().get(1).source()).isEqualTo("< OK");
    }

    @Test
    void anEmptyFileIsADialogueWithoutWords() throws Exception {
        assertThat(parse("").steps()).isEmpty();
        assertThat(parse("").title()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "AT+CSQ | one of the signs",
                "<OK | one of the signs",
                "0> AT | one of the signs",
                "10> AT | one of the signs",
                "<< OK | one of the signs",
                "< | expected something behind <; empty lines do not count",
                "<! | expected something behind <!",
                ">! | expected something behind >!",
                "<~ OK | expected a time and a line behind <~",
                "<~ 5s | expected a time and a line behind <~",
                "<~ soon OK | expected a time such as 500ms, 5s or 2m, not soon",
                "<~ 5h OK | expected a time such as",
                "</~ 5s | expected a time and a line behind </~",
                "</ ( | expected a regular expression",
                "</~ 5s [ | expected a regular expression",
                ">! \\q | expected \\r, \\n, \\t, \\\\, \\xHH or \\{N}",
                "<! \\x1 | expected two hexadecimal digits",
                "wait | one of the signs",
                "wait long | expected a time such as",
                "card away | expected card in or card out, not away",
                "ctl | one of the signs",
                "gone 0 | one of the signs",
                "ctl card eject | expected what sim52xx ctl can do: there is no 'eject' for card",
                "ctl radio signal loud | expected what sim52xx ctl can do: rssi 'loud' is not a number",
                "ctl radio operator 26201 \"x | expected what sim52xx ctl can do: there is no end to the quotes",
                "given map x=y | expected a rule such as smtp.server.com:25=127.0.0.1:2525",
                "hang out | expected hang up, or hang up 2",
                "hang up 0 | expected hang up, or hang up 2",
                "given | one of the signs",
                "given rain | expected one of the known fixtures: mail-server accepts",
                "given mail-server holds HELP | expected a verb of SMTP or POP3",
                "given mail-server refuses RCPT | expected one of the known fixtures",
                "given mails third | expected one of the sample mails: first, second",
                "given clock noon | expected a time such as 2010",
                "given firmware 1999 | expected firmware 2010, 2012 or 2014",
                "given file E:/x 10 | expected one of the known fixtures",
                "given flash big | expected one of the known fixtures",
                "given sim pin 12 | expected one of the known fixtures",
                "given played missing.at | expected a transcript that can be read: missing.at",
                "given played self.at | expected a transcript that does not presuppose this one: self.at",
            })
    void whatIsWrongIsNamedByFileAndLine(String line, String message) {
        assertThatThrownBy(() -> parse("# title\n\n" + line + "\n"))
                .isInstanceOf(TranscriptSyntaxException.class)
                .hasMessageStartingWith("self.at:3: expected ")
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    @Test
    void fixturesStandInFront() {
        assertThatThrownBy(() -> parse("> AT\n< OK\ngiven no card\n"))
                .hasMessage("self.at:3: expected given before the first line that is sent");
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        assertThatThrownBy(() -> Transcript.read(new Source("self.at", Map.of(), "> \u00ff\n")))
                .hasMessage("self.at:1: expected text in UTF-8");
    }

    @Test
    void whatHasToBePlayedBeforeIsReadToo() throws Exception {
        Transcript transcript = parse(
                "given played a.at\ngiven no card\n> AT\n",
                Map.of("a.at", "given played b.at\n> AT+A\n", "b.at", "given flash 5\n> AT+B\n"));
        assertThat(transcript.allFixtures())
                .extracting(Fixture::precondition)
                .hasSize(2)
                .last()
                .isEqualTo("no storage card");
        assertThat(((Fixture.Played) transcript.fixtures().get(0)).transcript().name())
                .isEqualTo("a.at");
    }

    @Test
    void mistakesInWhatIsPlayedBeforeNameThatFile() {
        assertThatThrownBy(() -> parse("given played a.at\n", Map.of("a.at", "\nnonsense\n")))
                .isInstanceOf(TranscriptSyntaxException.class)
                .hasMessageStartingWith("a.at:2: ");
    }

    @Test
    void nothingPresupposesItself() {
        assertThatThrownBy(() -> parse("given played a.at\n", Map.of("a.at", "\ngiven played self.at\n")))
                .hasMessage("a.at:2: expected a transcript that does not presuppose this one: self.at");
    }

    private static Act intervention(String words) throws WorldException {
        return new Act.Intervene(Intervention.parse(words));
    }

    private static Transcript parse(String text) throws IOException {
        return parse(text, Map.of());
    }

    private static Transcript parse(String text, Map<String, String> others) throws IOException {
        return Transcript.read(new Source(
                "self.at", others, new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
    }

    /** A file, its content a byte string, and others beside it. */
    private record Source(String name, Map<String, String> others, String content) implements TranscriptSource {

        @Override
        public byte[] read() throws IOException {
            if (content == null) {
                throw new FileNotFoundException(name);
            }
            return content.getBytes(StandardCharsets.ISO_8859_1);
        }

        @Override
        public TranscriptSource sibling(String other) {
            return new Source(other, others, others.get(other));
        }
    }
}
