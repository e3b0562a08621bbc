package io.github.sim52xx.net;

import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.ModemEvent;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.modem.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * The ping of the modem, one at a time (manual 18.31). ICMP is not for everybody on a host: this host always echoes,
 * another one if it accepts or refuses a TCP connection, and what the modem may not reach stays silent. The end of the
 * network is the end of the ping, with its statistics. Confined to the modem's thread.
 */
public final class Ping implements Part {

    private enum State {
        IDLE,
        /** The command has not been answered yet. */
        LOOKING_UP,
        /** An echo is under way. */
        WAITING,
        /** Until the next one. */
        PAUSING
    }

    private static final Duration WITHIN_THE_HOST = Duration.ofMillis(1);

    private final Modem modem;
    private final Bearer bearer;
    private final PingReport report;
    private final Carried whileCarried = this::finish;
    private State state = State.IDLE;
    private PingRequest request;
    private Terminal origin;
    private CompletableFuture<Reply> answer;
    private NameQuery<Echo> query;
    /** Null if what is pinged is out of reach. */
    private Echo echo;

    private PingStatistics statistics;
    private Instant sentAt;
    private Time.Timer timer;
    private Time.Timer reply;
    private ModemSocket socket;
    /** Counts what ends: a task that belonged to it comes too late. */
    private int generation;

    public Ping(Modem modem) {
        this.modem = modem;
        bearer = modem.part(Bearer.class);
        report = modem.firmware().atLeast(Firmware.V2014) ? PingReport.NUMBERS : PingReport.WORDS;
    }

    /** +CPING: answers when the name has been looked up. */
    public Reply start(PingRequest wanted, Terminal terminal) {
        if (state != State.IDLE || !bearer.isUp() || modem.part(Conflicts.class).forbid(Conflicts.Service.TCPIP)) {
            return Response.error();
        }
        request = wanted;
        origin = terminal;
        answer = new CompletableFuture<>();
        state = State.LOOKING_UP;
        CompletableFuture<Reply> waiting = answer;
        query = NameQuery.ask(
                modem,
                wanted.host(),
                resolver -> resolver.echo(wanted.host()),
                found -> begin(checked(found)),
                this::notFound);
        return new Reply.Later(waiting);
    }

    /** +CPINGSTOP. */
    public Response stop() {
        if (state == State.IDLE) {
            return Response.error();
        }
        if (state == State.LOOKING_UP) {
            refuse();
            return Response.ok();
        }
        Response stopped = report.stopped(statistics);
        end();
        return stopped;
    }

    @Override
    public void powerOff() {
        if (state == State.LOOKING_UP) {
            refuse();
        } else {
            end();
        }
    }

    /** What has no address of the wanted version is out of reach. */
    private Echo checked(Echo found) {
        if (found.address().indexOf(':') >= 0 == (request.version() == 6)) {
            return found;
        }
        tell(request.host() + " is " + found.address() + ", no IPv" + request.version() + " address");
        return null;
    }

    private void notFound(NetworkException cause) {
        tell(cause.getMessage());
        if (cause.reason() == NetworkException.Reason.NOT_ALLOWED) {
            begin(null);
        } else {
            refuse();
        }
    }

    private void begin(Echo target) {
        echo = target;
        statistics = new PingStatistics();
        CompletableFuture<Reply> waiting = answer;
        answer = null;
        bearer.carry(whileCarried);
        waiting.complete(report.begun(request));
        send();
    }

    private void send() {
        if (!bearer.isUp()) {
            finish();
            return;
        }
        state = State.WAITING;
        statistics.sent();
        sentAt = modem.blueprint().time().now();
        timer = modem.timers().after(request.patience(), current(this::timedOut));
        if (echo == null || !SocketSettings.of(modem).echoReplies()) {
            return;
        }
        if (echo.near() && !bearer.faults().hold()) {
            reply = modem.timers().after(WITHIN_THE_HOST, current(this::replied));
        } else if (!echo.near()) {
            knock();
        }
    }

    /** Whoever opens or refuses is there. */
    private void knock() {
        HostPort door = echo.door();
        int patience = (int) request.patience().toMillis();
        ModemSocket knocking;
        try {
            knocking = bearer.socket("PING");
        } catch (NetworkException e) {
            return;
        }
        socket = knocking;
        Runnable heard = current(this::replied);
        modem.blueprint().workers().execute(() -> {
            if (isAnswered(knocking, door, patience)) {
                modem.execute(heard);
            }
        });
    }

    private static boolean isAnswered(ModemSocket knocking, HostPort door, int patience) {
        try (knocking) {
            knocking.open(door.host(), door.port(), patience);
            return true;
        } catch (NetworkException e) {
            return e.reason() == NetworkException.Reason.REFUSED || e.reason() == NetworkException.Reason.NOT_SECURED;
        } catch (IOException e) {
            return true;
        }
    }

    private void replied() {
        long millis = Duration.between(sentAt, modem.blueprint().time().now()).toMillis();
        statistics.received(Math.max(1, millis));
        say(report.reply(request, echo.address(), Math.max(1, millis)));
        next();
    }

    private void timedOut() {
        say(report.timeout());
        next();
    }

    private void next() {
        release();
        if (statistics.sentSoFar() == request.count()) {
            finish();
            return;
        }
        state = State.PAUSING;
        Duration gone = Duration.between(sentAt, modem.blueprint().time().now());
        Duration left = request.interval().minus(gone);
        timer = modem.timers().after(left.isNegative() ? Duration.ZERO : left, current(this::send));
    }

    private void finish() {
        say(report.result(statistics));
        end();
    }

    private void refuse() {
        CompletableFuture<Reply> waiting = answer;
        end();
        waiting.complete(Response.error());
    }

    private void end() {
        release();
        bearer.closed(whileCarried);
        if (query != null) {
            query.cancel();
            query = null;
        }
        answer = null;
        state = State.IDLE;
    }

    /** {@code task}, unless by then something else goes on. */
    private Runnable current(Runnable task) {
        int begun = generation;
        return () -> {
            if (begun == generation) {
                task.run();
            }
        };
    }

    /** Lets go of what belongs to the echo that was under way. */
    private void release() {
        generation++;
        timer = cancelled(timer);
        reply = cancelled(reply);
        ModemSocket knocking = socket;
        socket = null;
        if (knocking != null) {
            try {
                knocking.close();
            } catch (IOException e) {
                tell("a socket cannot be closed: " + e.getMessage());
            }
        }
    }

    private static Time.Timer cancelled(Time.Timer pending) {
        if (pending != null) {
            pending.cancel();
        }
        return null;
    }

    private void say(String line) {
        modem.terminals().report(origin, line);
    }

    private void tell(String cause) {
        modem.event(new ModemEvent.Notice("AT+CPING: " + cause));
    }
}
