package io.github.sim52xx.cli.transcript;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A dialogue with a modem, as it stands in a text file in UTF-8, one step a line:
 *
 * <pre>
 * # application note V1.00, 3.2          a comment; the first block of them is the title
 * given mail-server accepts              a {@link Fixture}, before the first line that is sent
 * > AT+SMTPSEND                          DTE to DCE; CR is added
 * &lt; +SMTP: OK                            exactly this line
 * &lt; OK
 * &lt;~ 5s +SMTP: SUCCESS                   this line, up to 5 s of modem time later than usual
 * &lt;/ \+POP3: \d+, \d+                     a line that matches this regular expression as a whole
 * &lt;/ C:/Email/(?&lt;mail>\d+)/.*           the same; from then on ${mail} is what has come there
 * &lt;/~ 500ms \+CSQ: .*                     the same, later
 * >! text\x1a                            exactly these bytes: \r \n \t \\ \xHH stand for one each,
 *                                        \{128} makes 128 of the byte before it
 * &lt;! \r\n>>\x20                          exactly these bytes come next
 * 2> AT                                  the same at terminal 2; 1 is what goes without saying
 * 2&lt; OK
 * wait 30s                               modem time passes; ms, s and m are known
 * gone                                   nobody listens at the terminal any more; gone 2: at that one
 * ctl radio signal 12                    somebody does that to the world around the modem, as with {@code sim52xx ctl}
 * card out                               the same as ctl card pull; card in: ctl card insert
 * client 1 connects 80                   to the modem's server; says hello, hears hello, closes, resets, is closed
 * peer 2 accepts server.example:7001     the modem connects there; says … as above; udp before the name for datagrams
 * hang up                                the DTE closes its line and opens it anew; hang up 2 does so at terminal 2
 * </pre>
 *
 * <p>One blank separates the sign from the text, which goes up to the end of the line, blanks there included. Lines of
 * the modem end with CR or LF. Empty ones do not count, nor does the echo of what has been sent, whether it comes or
 * not; {@code <!} alone sees both. A line that is not the expected one is a failure, and so is one that nobody
 * expected at the end. A line may take {@link Player#PATIENCE} of real time. {@code ${PASSWORD_1}} stands for what the
 * environment variable of that name holds; a {@link Recording} has it in the place of passwords.
 *
 * <p>Immutable.
 *
 * @param name of the file
 * @param title empty if there is none
 */
public record Transcript(String name, String title, List<Fixture> fixtures, List<Step> steps) {

    /** What the names of transcripts end with. */
    public static final String EXTENSION = ".at";

    public Transcript {
        fixtures = List.copyOf(fixtures);
        steps = List.copyOf(steps);
    }

    /**
     * Reads a transcript.
     *
     * @throws TranscriptSyntaxException if it cannot be understood
     */
    public static Transcript read(TranscriptSource source) throws IOException {
        return read(source, System::getenv);
    }

    /**
     * The same.
     *
     * @param passwords says what {@code ${PASSWORD_1}} stands for; null for what is not known
     */
    public static Transcript read(TranscriptSource source, UnaryOperator<String> passwords) throws IOException {
        return new TranscriptParser(source, List.of(), passwords).parse();
    }

    /** The same, with one more thing that is given. */
    public Transcript with(Fixture fixture) {
        List<Fixture> more = new ArrayList<>(fixtures);
        more.add(fixture);
        return new Transcript(name, title, more, steps);
    }

    /** The fixtures, with those of the transcripts that it presupposes, in the order in which they are needed. */
    public Stream<Fixture> allFixtures() {
        return fixtures.stream()
                .flatMap(fixture -> fixture instanceof Fixture.Played played
                        ? played.transcript().allFixtures()
                        : Stream.of(fixture));
    }

    /** The number of terminals that it speaks of. */
    public int terminals() {
        return steps.stream().mapToInt(Step::terminal).max().orElse(1);
    }
}
