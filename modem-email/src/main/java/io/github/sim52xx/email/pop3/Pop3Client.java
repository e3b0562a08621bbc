package io.github.sim52xx.email.pop3;

import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.email.ReplyTimer;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.Conflicts;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.PacketDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * The POP3 client of the modem: what has been configured, and at most one session in which one thing is done at a time
 * (manual 20.2). Confined to the modem's thread.
 */
public final class Pop3Client implements Part {

    private enum State {
        /** No session. */
        FREE,
        /** The server has been asked something and the command waits for its answer. */
        BUSY,
        /** Logged in, nothing to do. */
        READY,
        /** A mail is being fetched; its command has been answered. */
        FETCHING
    }

    private final Modem modem;
    private final Storage storage;
    private final Set<Integer> marked = new HashSet<>(0);
    private Pop3Server server = Pop3Server.NONE;
    private ModemPath lastMail;

    private State state = State.FREE;
    private Pop3Session session;
    private boolean loggedIn;
    private int mails;
    /** Who waits while BUSY. */
    private CompletableFuture<Reply> waiting;
    /** Who gave the command while FETCHING. */
    private Terminal origin;

    private String command;
    private Instant begun;

    public Pop3Client(Modem modem) {
        this.modem = modem;
        storage = modem.part(Storage.class);
    }

    public Pop3Server server() {
        return server;
    }

    public void setServer(Pop3Server value) {
        server = value;
    }

    /** True if there is no session. */
    public boolean isFree() {
        return state == State.FREE;
    }

    public boolean isLoggedIn() {
        return loggedIn;
    }

    public boolean isFetching() {
        return state == State.FETCHING;
    }

    /** The text file of the mail fetched last, or null. */
    public ModemPath lastMail() {
        return lastMail;
    }

    /** +POP3IN: connects and logs in. */
    public Reply logIn() {
        if (!isFree() || server.host().isEmpty() || modem.part(Conflicts.class).forbid(Conflicts.Service.POP3)) {
            return Response.error();
        }
        begin("AT+POP3IN");
        if (!modem.part(PacketDomain.class).hasSocketContext()) {
            return refuse(Pop3Code.NETWORK_ERROR, "no context: AT+CGSOCKCONT, AT+CSOCKSETPN");
        }
        try {
            session = new Pop3Session(modem, modem.part(Bearer.class).socket("POP3"));
        } catch (NetworkException e) {
            return refuse(Pop3Code.NETWORK_ERROR, e.getMessage());
        }
        modem.part(Conflicts.class).begin(Conflicts.Service.POP3);
        Pop3Server to = server;
        Pop3Session on = session;
        return submit(
                connection -> {
                    connection.open(to.host(), to.port(), (int) ReplyTimer.PATIENCE.toMillis(), on.traffic());
                    connection.logIn(to.user(), to.password());
                    return connection.stat();
                },
                drop -> {
                    loggedIn = true;
                    mails = drop.count();
                    return success(drop.count() + " mails, " + drop.size() + " bytes");
                });
    }

    /** +POP3NUM. */
    public Reply count() {
        return ask(
                "AT+POP3NUM", Pop3Connection::stat, drop -> Response.ok("+POP3: " + drop.count() + ", " + drop.size()));
    }

    /** +POP3LIST: number and size of every mail. */
    public Reply list() {
        return ask("AT+POP3LIST", Pop3Connection::list, all -> {
            if (all.isEmpty()) {
                return Response.ok(Pop3Code.EMPTY.line());
            }
            StringBuilder lines = new StringBuilder("+POP3:");
            all.forEach(
                    mail -> lines.append('\n').append(mail.number()).append(' ').append(mail.size()));
            return Response.ok(lines.toString());
        });
    }

    /** +POP3LIST=&lt;id&gt;; a wrong number gives bare ERROR here. */
    public Reply size(int number) {
        if (!exists(number)) {
            return Response.error();
        }
        return ask(
                "AT+POP3LIST=" + number,
                connection -> connection.size(number),
                size -> Response.ok("+POP3: " + number + ", " + size));
    }

    /** +POP3HDR. */
    public Reply header(int number) {
        Reply refusal = check("AT+POP3HDR=" + number, number);
        if (refusal != null) {
            return refusal;
        }
        return ask(
                command,
                connection -> {
                    HeaderLines header = new HeaderLines();
                    connection.top(number, header);
                    header.close();
                    return header;
                },
                header -> Response.ok(
                        "From: " + header.from(), "Date: " + header.date(), "Subject: " + header.subject()));
    }

    /** +POP3DEL: marks; the server deletes when the session ends with {@link #logOut}. */
    public Reply delete(int number) {
        Reply refusal = check("AT+POP3DEL=" + number, number);
        if (refusal != null) {
            return refusal;
        }
        return ask(
                command,
                connection -> {
                    connection.delete(number);
                    return number;
                },
                done -> {
                    marked.add(done);
                    return success("mail " + done + " marked");
                });
    }

    /** +POP3GET: OK, and a report when the mail is saved. */
    public Reply fetch(int number, FetchType type, Terminal terminal) {
        Reply refusal = check("AT+POP3GET=" + number, number);
        if (refusal != null) {
            return refusal;
        }
        MailSaver saver;
        try {
            saver = MailSaver.prepare(storage, modem.clock(), modem.firmware(), type);
        } catch (FileSystemException e) {
            end();
            return refuse(Pop3Code.FILE_SYSTEM_ERROR, e.getMessage());
        }
        state = State.FETCHING;
        origin = terminal;
        Pop3Session on = session;
        session.ask(
                connection -> {
                    on.traffic().begin("fetching mail " + number, connection.size(number));
                    return saver.save(mail -> connection.retrieve(number, mail));
                },
                saved -> {
                    state = State.READY;
                    lastMail = saved.file();
                    tell(Pop3Code.SUCCESS, saved.file().toString());
                    modem.terminals().report(origin, Pop3Code.SUCCESS.line() + "\n" + saved.printed());
                },
                failure -> {
                    state = State.READY;
                    if (failure.sessionOver()) {
                        end();
                    }
                    tell(failure.code(), failure.cause());
                    modem.terminals().report(origin, failure.code().line());
                });
        return Response.ok();
    }

    /** +POP3OUT: ends the session; the server deletes what is marked. */
    public Reply logOut() {
        return ask(
                "AT+POP3OUT",
                connection -> {
                    connection.quit();
                    return Pop3Code.SUCCESS;
                },
                done -> {
                    end();
                    return success("logged out");
                });
    }

    /** +POP3STOP: drops the session; nothing is deleted. False if there is none. */
    public boolean stop() {
        if (isFree()) {
            return false;
        }
        State was = state;
        CompletableFuture<Reply> left = waiting;
        end();
        if (was == State.BUSY) {
            left.complete(Response.error());
        } else if (was == State.FETCHING) {
            tell(Pop3Code.FAILURE, "stopped by AT+POP3STOP");
            modem.terminals().report(origin, Pop3Code.FAILURE.line());
        }
        return true;
    }

    @Override
    public void powerOff() {
        if (!isFree()) {
            end();
        }
        server = Pop3Server.NONE;
        lastMail = null;
    }

    /** Asks the server; answers ERROR if there is no session or it is busy. */
    private <T> Reply ask(String asking, Pop3Session.Question<T> question, Function<T, Response> answered) {
        if (state != State.READY) {
            return Response.error();
        }
        begin(asking);
        return submit(question, answered);
    }

    private <T> Reply submit(Pop3Session.Question<T> question, Function<T, Response> answered) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        waiting = reply;
        state = State.BUSY;
        session.ask(
                question,
                answer -> {
                    state = State.READY;
                    reply.complete(answered.apply(answer));
                },
                failure -> {
                    state = State.READY;
                    if (failure.sessionOver() || !loggedIn) {
                        end();
                    }
                    reply.complete(refuse(failure.code(), failure.cause()));
                });
        return new Reply.Later(reply);
    }

    /** Refuses what cannot be: no session, or no such mail. Null if it can. */
    private Reply check(String asking, int number) {
        if (state != State.READY) {
            return Response.error();
        }
        begin(asking);
        return exists(number) ? null : refuse(Pop3Code.SERVER_ERROR, "there is no mail " + number);
    }

    private boolean exists(int number) {
        return number >= 1 && number <= mails && !marked.contains(number);
    }

    private void begin(String asking) {
        command = asking;
        begun = modem.blueprint().time().now();
    }

    private void end() {
        session.close();
        session = null;
        waiting = null;
        loggedIn = false;
        marked.clear();
        state = State.FREE;
        modem.part(Conflicts.class).end(Conflicts.Service.POP3);
    }

    private Response success(String what) {
        tell(Pop3Code.SUCCESS, what);
        return Response.ok(Pop3Code.SUCCESS.line());
    }

    private Response refuse(Pop3Code code, String cause) {
        tell(code, cause);
        return Response.error(code.line());
    }

    private void tell(Pop3Code code, String cause) {
        Duration took = Duration.between(begun, modem.blueprint().time().now());
        modem.event(new MailOutcome(command, code.line(), cause, took));
    }
}
