package io.github.sim52xx.email.pop3;

import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.email.MailOperation;
import io.github.sim52xx.email.Secret;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.PacketDomain;
import java.util.HashSet;
import java.util.List;
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
    /** What is being done while BUSY or FETCHING. */
    private MailOperation operation;
    /** Who waits while BUSY. */
    private CompletableFuture<Reply> waiting;
    /** Who gave the command while FETCHING. */
    private Terminal origin;

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

    /** Answers a command that wants another server while there is a session. */
    public Response refuseServer() {
        return new MailOperation(modem, "AT+POP3SRV").refused("there is a session: AT+POP3OUT, AT+POP3STOP");
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
        MailOperation begun = new MailOperation(modem, "AT+POP3IN");
        if (!isFree()) {
            return begun.refused("there is a session already");
        }
        if (server.host().isEmpty()) {
            return begun.refused("no server: AT+POP3SRV");
        }
        if (modem.part(Conflicts.class).forbid(Conflicts.Service.POP3)) {
            return begun.refused("TCP/IP, MMS or GPS is in use");
        }
        if (!modem.part(PacketDomain.class).hasSocketContext()) {
            return refuse(begun, Pop3Code.NETWORK_ERROR, "no context: AT+CGSOCKCONT, AT+CSOCKSETPN");
        }
        try {
            Secret secret = new Secret(server.user(), server.password());
            session = new Pop3Session(modem, modem.part(Bearer.class).socket("POP3"), secret);
        } catch (NetworkException e) {
            return refuse(begun, Pop3Code.NETWORK_ERROR, e.getMessage());
        }
        modem.part(Conflicts.class).begin(Conflicts.Service.POP3);
        Pop3Server to = server;
        Pop3Session on = session;
        return submit(
                begun,
                connection -> {
                    connection.open(to.host(), to.port(), on.traffic());
                    connection.logIn(to.user(), to.password());
                    return connection.stat();
                },
                drop -> {
                    loggedIn = true;
                    mails = drop.count();
                    return success(begun, mails(drop.count()) + ", " + drop.size() + " bytes" + on.security());
                });
    }

    /** +POP3NUM. */
    public Reply count() {
        return ask(
                "AT+POP3NUM",
                Pop3Connection::stat,
                (asked, drop) -> told(asked, "STAT", "+POP3: " + drop.count() + ", " + drop.size()));
    }

    /** +POP3LIST: number and size of every mail. */
    public Reply list() {
        return ask("AT+POP3LIST", Pop3Connection::list, (asked, all) -> {
            if (all.isEmpty()) {
                return told(asked, "LIST", Pop3Code.EMPTY.line());
            }
            asked.succeeded("OK", mails(all.size()) + " listed");
            return Response.ok(listing(all));
        });
    }

    /** +POP3LIST=&lt;id&gt;; a wrong number gives bare ERROR here. */
    public Reply size(int number) {
        String asking = "AT+POP3LIST=" + number;
        if (state == State.READY && !exists(number)) {
            return new MailOperation(modem, asking).refused(missing(number));
        }
        return ask(
                asking,
                connection -> connection.size(number),
                (asked, size) -> told(asked, "LIST", "+POP3: " + number + ", " + size));
    }

    /** +POP3HDR. */
    public Reply header(int number) {
        return askAbout(
                number,
                "AT+POP3HDR=" + number,
                connection -> {
                    HeaderLines header = new HeaderLines();
                    connection.top(number, header);
                    header.close();
                    return header;
                },
                (asked, header) -> {
                    asked.succeeded("OK", "TOP");
                    return Response.ok(
                            "From: " + header.from(), "Date: " + header.date(), "Subject: " + header.subject());
                });
    }

    /** +POP3DEL: marks; the server deletes when the session ends with {@link #logOut}. */
    public Reply delete(int number) {
        return askAbout(
                number,
                "AT+POP3DEL=" + number,
                connection -> {
                    connection.delete(number);
                    return number;
                },
                (asked, done) -> {
                    marked.add(done);
                    return success(asked, "mail " + done + " marked");
                });
    }

    /** +POP3GET: OK, and a report when the mail is saved. */
    public Reply fetch(int number, FetchType type, Terminal terminal) {
        MailOperation begun = new MailOperation(modem, "AT+POP3GET=" + number);
        Reply refusal = check(begun, number);
        if (refusal != null) {
            return refusal;
        }
        MailSaver saver;
        try {
            saver = MailSaver.prepare(storage, modem.clock(), modem.firmware(), type);
        } catch (FileSystemException e) {
            end();
            return refuse(begun, Pop3Code.FILE_SYSTEM_ERROR, e.getMessage());
        }
        state = State.FETCHING;
        operation = begun;
        origin = terminal;
        Pop3Session on = session;
        session.ask(
                connection -> saver.receive(mail -> {
                    on.traffic().begin("fetching mail " + number, connection.retrieve(number));
                    connection.mail(mail);
                }),
                this::fetched,
                this::notFetched,
                ArrivedMail::close);
        return Response.ok();
    }

    private void fetched(ArrivedMail arrived) {
        SavedMail saved;
        try (arrived) {
            saved = arrived.show();
        } catch (FileSystemException e) {
            notFetched(new Pop3Failure(Pop3Code.FILE_SYSTEM_ERROR, e.getMessage(), true));
            return;
        }
        state = State.READY;
        lastMail = saved.file();
        operation.succeeded(Pop3Code.SUCCESS.line(), "saved as " + saved.file());
        modem.terminals().report(origin, Pop3Code.SUCCESS.line() + "\n" + saved.printed());
    }

    private void notFetched(Pop3Failure failure) {
        operation.failed(failure.code().line(), failure.cause());
        settle(failure);
        modem.terminals().report(origin, failure.code().line());
    }

    /** +POP3OUT: ends the session; the server deletes what is marked. */
    public Reply logOut() {
        return ask(
                "AT+POP3OUT",
                connection -> {
                    connection.quit();
                    return Pop3Code.SUCCESS;
                },
                (asked, done) -> {
                    end();
                    return success(asked, "logged out");
                });
    }

    /** +POP3STOP: drops the session; nothing is deleted. */
    public Response stop() {
        MailOperation stopping = new MailOperation(modem, "AT+POP3STOP");
        if (isFree()) {
            return stopping.refused("there is no session");
        }
        State was = state;
        MailOperation left = operation;
        CompletableFuture<Reply> unanswered = waiting;
        end();
        if (was == State.BUSY) {
            unanswered.complete(left.refused("stopped by AT+POP3STOP"));
        } else if (was == State.FETCHING) {
            left.failed(Pop3Code.FAILURE.line(), "stopped by AT+POP3STOP");
            modem.terminals().report(origin, Pop3Code.FAILURE.line());
        }
        stopping.succeeded("OK", "session dropped, nothing is deleted");
        return Response.ok();
    }

    @Override
    public void powerOff() {
        if (state == State.BUSY || state == State.FETCHING) {
            operation.failed("nothing more", "the modem went off");
        }
        if (!isFree()) {
            end();
        }
        server = Pop3Server.NONE;
        lastMail = null;
    }

    /** Puts the answer into words. */
    private interface Wording<T> {
        Response of(MailOperation asked, T answer);
    }

    /** Asks the server; answers ERROR if there is no session or it is busy. */
    private <T> Reply ask(String asking, Pop3Session.Question<T> question, Wording<T> wording) {
        MailOperation begun = new MailOperation(modem, asking);
        if (state != State.READY) {
            return begun.refused(unready());
        }
        return submit(begun, question, answer -> wording.of(begun, answer));
    }

    /** As {@link #ask}, about one mail. */
    private <T> Reply askAbout(int number, String asking, Pop3Session.Question<T> question, Wording<T> wording) {
        MailOperation begun = new MailOperation(modem, asking);
        Reply refusal = check(begun, number);
        return refusal != null ? refusal : submit(begun, question, answer -> wording.of(begun, answer));
    }

    private <T> Reply submit(MailOperation begun, Pop3Session.Question<T> question, Function<T, Response> answered) {
        CompletableFuture<Reply> reply = new CompletableFuture<>();
        waiting = reply;
        operation = begun;
        state = State.BUSY;
        session.ask(
                question,
                answer -> {
                    state = State.READY;
                    reply.complete(answered.apply(answer));
                },
                failure -> {
                    settle(failure);
                    reply.complete(refuse(begun, failure.code(), failure.cause()));
                });
        return new Reply.Later(reply);
    }

    private void settle(Pop3Failure failure) {
        state = State.READY;
        if (failure.sessionOver() || !loggedIn) {
            end();
        }
    }

    /** Refuses what cannot be: no session, or no such mail. Null if it can. */
    private Reply check(MailOperation begun, int number) {
        if (state != State.READY) {
            return begun.refused(unready());
        }
        return exists(number) ? null : refuse(begun, Pop3Code.SERVER_ERROR, missing(number));
    }

    private String unready() {
        return isFree() ? "not logged in: AT+POP3IN" : "another POP3 command is at work";
    }

    private boolean exists(int number) {
        return number >= 1 && number <= mails && !marked.contains(number);
    }

    private static String missing(int number) {
        return "there is no mail " + number;
    }

    private void end() {
        session.close();
        session = null;
        operation = null;
        waiting = null;
        loggedIn = false;
        marked.clear();
        state = State.FREE;
        modem.part(Conflicts.class).end(Conflicts.Service.POP3);
    }

    private static String mails(int count) {
        return count == 1 ? "1 mail" : count + " mails";
    }

    private static String listing(List<Listing> all) {
        StringBuilder lines = new StringBuilder("+POP3:");
        all.forEach(mail -> lines.append('\n').append(mail.number()).append(' ').append(mail.size()));
        return lines.toString();
    }

    private static Response told(MailOperation asked, String cause, String line) {
        asked.succeeded(line, cause);
        return Response.ok(line);
    }

    private static Response success(MailOperation done, String what) {
        return told(done, what, Pop3Code.SUCCESS.line());
    }

    private static Response refuse(MailOperation refused, Pop3Code code, String cause) {
        refused.failed(code.line(), cause);
        return Response.error(code.line());
    }
}
