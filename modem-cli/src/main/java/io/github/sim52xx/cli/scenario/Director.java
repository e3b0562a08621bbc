package io.github.sim52xx.cli.scenario;

import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.cli.world.WorldException;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.modem.Trace;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Sees to it that what a {@link Scenario} says happens when it says so. What a command line brings about is done before
 * the line is executed, what the mail server is asked for before it answers. What is random depends on nothing but the
 * seed, the incident and how often its moment has come. Safe for use by any thread.
 */
public final class Director implements Trace {

    /** What a scenario can do to the built-in mail server. */
    public interface Server {

        void perform(Conduct conduct);

        void perform(Fixture.MailServer manner);
    }

    /** How something is done that belongs onto the modem's thread. */
    private enum Manner {
        /** By who is there already. */
        HERE,
        /** By who can wait for it. */
        AWAITED,
        /** At once if the thread is idle, otherwise as soon as it is. */
        LATER
    }

    private static final long SPREAD = 0x9e3779b97f4a7c15L;

    private final Scenario scenario;
    private final Consumer<String> console;
    private final Map<String, Integer> times = new HashMap<>();
    private final Map<String, Traffic> connections = new HashMap<>();
    private final SocketTraffic sockets = new SocketTraffic();
    private final boolean counting;
    private World world;
    private Time modemTime;
    private Server server;

    /** @param console is told what happens, a line each; on any thread */
    public Director(Scenario scenario, Consumer<String> console) {
        this.scenario = scenario;
        this.console = console;
        counting = comes(when -> when instanceof When.Passed || when instanceof When.Exchanged);
    }

    /**
     * The modem is there: from now on things happen.
     *
     * @param mailServer null if there is none
     */
    public void begin(World around, Server mailServer, Time time) {
        synchronized (this) {
            world = around;
            server = mailServer;
            modemTime = time;
        }
        int number = 0;
        for (Incident incident : scenario.incidents()) {
            if (incident.when() instanceof When.At at) {
                Duration delay = Duration.ofMillis(at.millis().draw(random(number, 0)));
                time.after(delay, () -> happen(incident, "at +" + delay.toMillis() / 1000.0 + " s", Manner.LATER));
            }
            number++;
        }
    }

    /** Conduct that the mail server has anyway, watched. */
    public Conduct watched(Conduct conduct) {
        return occasion -> {
            look(
                    "",
                    when -> when instanceof When.Asked asked
                            && asked.protocol() == occasion.protocol()
                            && asked.verb().equals(occasion.verb()),
                    occasion.protocol() + " " + occasion.verb(),
                    Manner.AWAITED);
            return conduct.at(occasion);
        };
    }

    @Override
    public boolean listens() {
        return counting;
    }

    @Override
    public void commandLine(int terminal, String body) {
        String line = body.toUpperCase(Locale.ROOT);
        look(
                "",
                when -> when instanceof When.Typed typed && line.startsWith(typed.beginning()),
                "AT" + head(body),
                Manner.HERE);
    }

    @Override
    public void unsolicited(int terminal, String text) {
        for (String line : text.split("\n")) {
            look(
                    "t" + terminal,
                    when -> when instanceof When.Reported reported && line.startsWith(reported.beginning()),
                    line,
                    Manner.LATER);
        }
    }

    @Override
    public void bytes(String channel, boolean outgoing, byte[] bytes, int offset, int length) {
        if (!counting) {
            return;
        }
        String service = channel.substring(0, channel.indexOf(' '));
        switch (service) {
            case "SMTP", "POP3" -> mail(Protocol.valueOf(service), channel, outgoing, bytes, offset, length);
            case "TCP", "UDP" -> socket(service, channel, length);
            default -> {
                // Nobody asks.
            }
        }
    }

    /** What is to happen after so many bytes of a mail happens before the next one. */
    @Override
    public int piece(String channel, boolean outgoing, int length) {
        if (!counting) {
            return length;
        }
        synchronized (this) {
            Traffic traffic = connections.get(channel);
            return traffic != null && traffic.counts(outgoing) ? piece(traffic, length) : length;
        }
    }

    private int piece(Traffic traffic, int length) {
        long piece = length;
        for (Incident incident : scenario.incidents()) {
            if (incident.when() instanceof When.Passed passed
                    && traffic.isOf(passed.protocol())
                    && traffic.verb().equals(passed.verb())
                    && traffic.count() < passed.bytes()) {
                piece = Math.min(piece, passed.bytes() - traffic.count());
            }
        }
        return (int) piece;
    }

    private void socket(String service, String channel, int length) {
        Time time;
        long to;
        synchronized (this) {
            time = modemTime;
            to = sockets.pass(channel, length);
        }
        Predicate<When> come = when -> when instanceof When.Exchanged exchanged
                && exchanged.service().equals(service)
                && to - length < exchanged.bytes()
                && to >= exchanged.bytes();
        if (time != null && comes(come)) {
            // What is done may close the very port whose thread this is, which must not wait for itself.
            time.after(Duration.ZERO, () -> look("", come, to + " bytes of " + service, Manner.LATER));
        }
    }

    private void mail(Protocol protocol, String channel, boolean outgoing, byte[] bytes, int offset, int length) {
        Traffic traffic;
        long before;
        String verb;
        synchronized (this) {
            traffic = connections.computeIfAbsent(channel, name -> new Traffic(protocol));
            verb = traffic.verb();
            before = traffic.count();
            traffic.pass(outgoing, bytes, offset, length);
            if (!traffic.verb().equals(verb) || traffic.count() < before) {
                before = 0;
            }
        }
        long from = before;
        long to = traffic.count();
        look(
                "",
                when -> when instanceof When.Passed passed
                        && traffic.isOf(passed.protocol())
                        && traffic.verb().equals(passed.verb())
                        && from < passed.bytes()
                        && to >= passed.bytes(),
                traffic.count() + " bytes of " + protocol + " " + traffic.verb(),
                Manner.AWAITED);
    }

    private boolean comes(Predicate<When> come) {
        return scenario.incidents().stream().anyMatch(incident -> come.test(incident.when()));
    }

    private void look(String counter, Predicate<When> come, String seen, Manner manner) {
        int number = 0;
        for (Incident incident : scenario.incidents()) {
            if (come.test(incident.when()) && isDue(counter + number, incident, number)) {
                happen(incident, seen, manner);
            }
            number++;
        }
    }

    private synchronized boolean isDue(String counter, Incident incident, int number) {
        if (world == null) {
            return false;
        }
        int time = times.merge(counter, 1, Integer::sum);
        return incident.isDue(time)
                && (incident.chance() == 1 || random(number, time).nextDouble() < incident.chance());
    }

    private Random random(int number, int time) {
        return new Random(scenario.seed() ^ SPREAD * (31L * time + number));
    }

    private void happen(Incident incident, String seen, Manner manner) {
        for (Deed deed : incident.deeds()) {
            console.accept("scenario: " + seen + ": " + deed.words());
            try {
                perform(deed, manner);
            } catch (WorldException e) {
                console.accept(incident.place() + ": " + deed.words() + ": " + e.getMessage());
            }
        }
    }

    private void perform(Deed deed, Manner manner) throws WorldException {
        if (deed instanceof Deed.InWorld inWorld) {
            switch (manner) {
                case HERE -> world.applyHere(inWorld.action(), inWorld.arguments());
                case AWAITED -> world.apply(inWorld.action(), inWorld.arguments());
                case LATER -> later(inWorld);
            }
        } else if (deed instanceof Deed.OfServer ofServer && server != null) {
            if (ofServer.script() != null) {
                server.perform(ofServer.script().conduct(scenario.seed(), upset -> {}));
            } else {
                server.perform(ofServer.manner());
            }
        }
    }

    private void later(Deed.InWorld deed) throws WorldException {
        world.begin(deed.action(), deed.arguments()).whenComplete((done, refusal) -> {
            if (refusal != null) {
                console.accept("scenario: " + deed.words() + ": " + refusal.getMessage());
            }
        });
    }

    private static String head(String body) {
        int end = body.indexOf('=');
        return end < 0 ? body : body.substring(0, end);
    }
}
