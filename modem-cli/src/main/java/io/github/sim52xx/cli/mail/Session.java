package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One connection from greeting to end: reads commands and lets the {@link Conduct} decide about each. The protocols are
 * its subclasses. Confined to one thread.
 */
abstract class Session implements Runnable {

    private final Protocol protocol;
    private final Set<String> verbs;
    private final Sessions sessions;
    private final Link link;
    private final Output output;
    private final Input input;
    private final Transcript transcript;
    private final Map<String, Integer> seen = new HashMap<>();
    private final Instant begun;
    private int number;
    private boolean challenged;
    private boolean over;

    /** @param verbs the commands that the protocol has, known to this server or not */
    Session(Protocol protocol, Set<String> verbs, Sessions sessions, Link link, Transcript transcript) {
        this.protocol = protocol;
        this.verbs = verbs;
        this.sessions = sessions;
        this.link = link;
        this.transcript = transcript;
        output = new Output(link);
        input = new Input(link, output);
        begun = service().time().now();
    }

    /** Does what the protocol says, and replies. */
    abstract void carryOut(Exchange exchange) throws IOException;

    /** Waits for the peer's next command or mail, and sees to it. */
    abstract void turn() throws IOException;

    /** Lets go of whatever the session held. */
    abstract void end();

    @Override
    public final void run() {
        try {
            exchange(Occasion.GREETING, "");
            while (!over) {
                turn();
            }
            output.flush();
        } catch (IOException e) {
            // The peer has gone, or the server lets it go: there is nobody to be told.
            over = true;
        } finally {
            end();
        }
    }

    Service service() {
        return sessions.service();
    }

    Link link() {
        return link;
    }

    Input input() {
        return input;
    }

    Output output() {
        return output;
    }

    /** The session ends when what has been said is sent. */
    final void finish() {
        over = true;
    }

    /** Reads a line and sees to the command in it. */
    final void command() throws IOException {
        String line = input.line();
        if (line == null) {
            tooLong();
            return;
        }
        int blank = line.indexOf(' ');
        String verb = (blank < 0 ? line : line.substring(0, blank)).toUpperCase(Locale.ROOT);
        String argument = blank < 0 ? "" : line.substring(blank + 1);
        String shown = Masks.argument(verb, argument);
        String shownLine = blank < 0 ? line : line.substring(0, blank + 1) + shown;
        if (verbs.contains(verb)) {
            transcript.heard(shownLine);
            exchange(verb, argument, shown);
        } else {
            // Behind a challenge that a script has put up even this may be a password.
            String answer = challenged ? Masks.MASK : shownLine;
            transcript.heard(answer);
            exchange(Occasion.UNKNOWN, answer);
        }
    }

    /** Reads a line that is no command but an answer, and not for everybody's eyes. */
    final void answer(String verb) throws IOException {
        String line = input.line();
        if (line == null) {
            tooLong();
            return;
        }
        transcript.heard(Masks.MASK);
        exchange(verb, line, Masks.MASK);
    }

    final void heard(String line) {
        transcript.heard(line);
    }

    /** An exchange that nothing secret begins. */
    final void exchange(String verb, String argument) throws IOException {
        exchange(verb, argument, argument);
    }

    final void say(String... lines) throws IOException {
        say(List.of(lines));
    }

    final void say(List<String> lines) throws IOException {
        for (String line : lines) {
            if (!output.isMuted()) {
                transcript.said(line);
                challenged = line.startsWith(Occasion.CHALLENGED);
            }
            output.line(line);
        }
    }

    /** Says this at once, even in the middle of something else. */
    final void interject(List<String> lines) throws IOException {
        for (String line : lines) {
            transcript.said(line);
            byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            link.write(bytes, 0, bytes.length);
        }
    }

    private void exchange(String verb, String argument, String shown) throws IOException {
        int nth = seen.merge(verb, 1, Integer::sum);
        int nthEver = sessions.count(protocol, verb);
        // Every session has one greeting, which numbers it.
        number = verb.equals(Occasion.GREETING) ? nthEver : number;
        Duration age = Duration.between(begun, service().time().now());
        Action action = sessions.conduct().at(new Occasion(protocol, verb, shown, nth, nthEver, number, age));
        action.perform(new Exchange(this, verb, argument));
        output.restore();
    }

    private void tooLong() throws IOException {
        transcript.heard("(a line that is too long)");
        say(protocol.tooLong());
    }
}
