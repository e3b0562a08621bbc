package io.github.sim52xx.cli.transcript;

import io.github.sim52xx.cli.transcript.Step.Act;
import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Plays transcripts: sends what the DTE sends and compares what comes, up to the first difference. What a transcript
 * presupposes to be played, and has not been played on this player, is played first. Used by one thread.
 */
public final class Player {

    /** How long an expected line may take, in real time. */
    public static final Duration PATIENCE = Duration.ofSeconds(5);

    /** How long what is on its way may take; after that there are no lines that nobody expected. */
    private static final Duration MOMENT = Duration.ofMillis(50);

    /** The same for what passes sockets: several threads deal with it. */
    private static final Duration LONG_MOMENT = Duration.ofMillis(200);

    private final Time time;
    private final Audience audience;
    private final Set<String> played = new HashSet<>();
    private final Map<Integer, Inbox> inboxes = new TreeMap<>();
    private final Map<Integer, Inbox> clients = new TreeMap<>();
    private final Names names = new Names();
    private final Deque<Step> history = new ArrayDeque<>();
    private Stage stage;
    private Transcript transcript;

    /** @param time the real one, by which patience is measured */
    public Player(Time time, Audience audience) {
        this.time = time;
        this.audience = audience;
    }

    /** Plays a transcript; returns the first difference, or null if there is none. */
    public Difference play(Transcript wanted, Stage on) throws IOException {
        if (stage != on) {
            stage = on;
            inboxes.clear();
            clients.clear();
        }
        for (Fixture fixture : wanted.fixtures()) {
            Difference difference = establish(fixture);
            if (difference != null) {
                return difference;
            }
        }
        played.add(wanted.name());
        transcript = wanted;
        history.clear();
        audience.begins(wanted);
        for (int terminal = 1; terminal <= wanted.terminals(); terminal++) {
            inbox(terminal);
        }
        for (Step written : wanted.steps()) {
            Step step = names.filled(written);
            Difference difference = perform(step);
            if (difference != null) {
                return difference;
            }
            remember(step);
        }
        return leftOver();
    }

    private Difference establish(Fixture fixture) throws IOException {
        if (fixture instanceof Fixture.Played before) {
            return played.contains(before.transcript().name()) ? null : play(before.transcript(), stage);
        }
        stage.given(fixture);
        return null;
    }

    private Difference perform(Step step) throws IOException {
        audience.reached(step);
        if (step.act() instanceof Act.Remark remark) {
            audience.remark(remark.text());
        } else if (step.act() instanceof Act.Wait wait) {
            pass(wait.time());
        } else if (step.act() instanceof Act.Gone) {
            letArrive();
            stage.unplug(step.terminal());
            inboxes.remove(step.terminal());
        } else if (step.act() instanceof Act.Intervene act) {
            letArrive();
            try {
                stage.intervene(act.intervention());
            } catch (IOException e) {
                throw trouble(step, e);
            }
        } else if (step.act() instanceof Act.HangUp) {
            letArrive();
            inbox(step.terminal()).hangUp();
        } else if (step.act() instanceof Act.Accept accept) {
            try {
                clients.put(accept.peer(), new Inbox(stage.peer(accept.at()), time));
            } catch (IOException e) {
                throw trouble(step, e);
            }
        } else if (step.act() instanceof Act.Client client) {
            try {
                return client(step, client);
            } catch (IOException e) {
                throw trouble(step, e);
            }
        } else {
            return say(step, inbox(step.terminal()));
        }
        return null;
    }

    private Difference say(Step step, Inbox inbox) throws IOException {
        if (step.act() instanceof Act.Send send) {
            if (isOfPeer(lastAct())) {
                letArrive();
            }
            inbox.send(send.bytes());
        } else if (step.act() instanceof Act.Bytes bytes) {
            return bytes(step, inbox, bytes.bytes());
        } else if (step.act() instanceof Act.Line line) {
            return line(step, inbox, line.later(), came -> came.equals(line.text()));
        } else if (step.act() instanceof Act.Matching line) {
            return line(step, inbox, line.later(), came -> names.match(line.pattern(), came));
        }
        return null;
    }

    /** What has been sent shall have arrived before something else happens. */
    private void letArrive() throws IOException {
        letArrive(isOfPeer(lastAct()) ? LONG_MOMENT : MOMENT);
    }

    private void letArrive(Duration moment) throws IOException {
        if (!inboxes.isEmpty()) {
            anyInbox().gather(moment);
        }
    }

    /** A moment and so much time: that of the modem, which is not to have more of it for what is on its way. */
    private void pass(Duration step) throws IOException {
        letArrive(MOMENT);
        Instant end = stage.now().plus(step);
        if (hasPeers()) {
            letArrive(LONG_MOMENT.minus(MOMENT));
        }
        Duration left = Duration.between(stage.now(), end);
        if (!left.isNegative() && !stage.skip(left)) {
            anyInbox().gather(left);
        }
    }

    private boolean hasPeers() {
        return transcript.fixtures().stream()
                .anyMatch(fixture -> fixture instanceof Fixture.TcpServer
                        || fixture instanceof Fixture.TcpClients
                        || fixture instanceof Fixture.UdpEcho
                        || fixture instanceof Fixture.Peer);
    }

    /** Null at the beginning. */
    private Act lastAct() {
        return history.isEmpty() ? null : history.getLast().act();
    }

    /** True if it is something that the other end of a socket does unasked. */
    private static boolean isOfPeer(Act act) {
        return act instanceof Act.Client client
                && client.deed() != Act.Deed.HEARS
                && client.deed() != Act.Deed.IS_CLOSED;
    }

    private Inbox anyInbox() throws IOException {
        return inboxes.isEmpty() ? inbox(1) : inboxes.values().iterator().next();
    }

    private IOException trouble(Step step, IOException e) {
        return new IOException(
                transcript.name() + ":" + step.number() + ": " + step.source() + ": " + e.getMessage(), e);
    }

    private Difference client(Step step, Act.Client act) throws IOException {
        // What one does comes in order by itself; of two, the modem shall hear in the order that is written.
        boolean goesOn = lastAct() instanceof Act.Client last && last.client() == act.client();
        if (isOfPeer(act) && !goesOn) {
            letArrive();
        }
        if (act.deed() == Act.Deed.CONNECTS) {
            clients.put(act.client(), new Inbox(stage.client(Integer.parseInt(act.bytes())), time));
            return null;
        }
        Inbox client = clients.get(act.client());
        if (client == null) {
            throw new IOException("nobody of that number has connected");
        }
        switch (act.deed()) {
            case SAYS -> client.send(act.bytes());
            case HEARS -> {
                return bytes(step, client, act.bytes());
            }
            case IS_CLOSED -> {
                if (!client.ends(PATIENCE)) {
                    return difference(step, List.of("nothing, the connection is still open"), List.of());
                }
                client.close();
            }
            case RESETS -> client.reset();
            default -> client.close();
        }
        return null;
    }

    private Difference bytes(Step step, Inbox inbox, String expected) throws IOException {
        if (inbox.bytes(expected, PATIENCE)) {
            audience.came(step, Escapes.encode(expected));
            return null;
        }
        String came = inbox.everything(MOMENT);
        return difference(
                step,
                came.isEmpty()
                        ? nothing(inbox, PATIENCE)
                        : List.of(sign(step.terminal()) + "! " + Escapes.encode(came)),
                List.of());
    }

    private Difference line(Step step, Inbox inbox, Duration later, Predicate<String> expected) throws IOException {
        Duration patience = PATIENCE.plus(later);
        String came = inbox.line(patience);
        if (came == null) {
            String begun = inbox.rest(MOMENT);
            return difference(
                    step,
                    begun.isEmpty()
                            ? nothing(inbox, patience)
                            : List.of(sign(step.terminal()) + " " + Escapes.readable(begun) + " without a line end"),
                    List.of());
        }
        if (!expected.test(came)) {
            return difference(step, lines(step.terminal(), came), lines(step.terminal(), inbox.rest(MOMENT)));
        }
        audience.came(step, Escapes.readable(came));
        return null;
    }

    /** What nobody expected, at any terminal. */
    private Difference leftOver() throws IOException {
        for (Map.Entry<Integer, Inbox> inbox : inboxes.entrySet()) {
            List<String> rest = lines(inbox.getKey(), inbox.getValue().rest(MOMENT));
            if (!rest.isEmpty()) {
                return difference(null, rest, List.of());
            }
        }
        return null;
    }

    private Difference difference(Step expected, List<String> came, List<String> then) {
        return new Difference(transcript.name(), List.copyOf(history), expected, came, then);
    }

    private static List<String> nothing(Inbox inbox, Duration patience) {
        return List.of(
                inbox.isClosed()
                        ? "nothing, the connection was closed"
                        : "nothing within " + patience.toMillis() / 1000.0 + " s");
    }

    private static List<String> lines(int terminal, String came) {
        List<String> lines = new ArrayList<>();
        for (String line : came.split("[\r\n]+")) {
            if (!line.isEmpty()) {
                lines.add(sign(terminal) + " " + Escapes.readable(line));
            }
        }
        return lines;
    }

    private static String sign(int terminal) {
        return terminal == 1 ? "<" : terminal + "<";
    }

    private void remember(Step step) {
        if (!(step.act() instanceof Act.Remark)) {
            history.add(step);
            if (history.size() > Difference.CONTEXT) {
                history.remove();
            }
        }
    }

    private Inbox inbox(int terminal) throws IOException {
        Inbox inbox = inboxes.get(terminal);
        if (inbox == null) {
            inbox = new Inbox(stage.terminal(terminal), time);
            inboxes.put(terminal, inbox);
        }
        return inbox;
    }
}
