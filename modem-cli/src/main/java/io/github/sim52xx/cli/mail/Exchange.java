package io.github.sim52xx.cli.mail;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One command and what the server does with it; the side of a session that an {@link Action} sees. Confined to the
 * session's thread.
 */
final class Exchange {

    private static final Action.Lie TRUTH = new Action.Lie(0, 0);

    private final Session session;
    private final String verb;
    private final String argument;
    private Limit contentLimit = Limit.none();
    private Action.Lie lie = TRUTH;

    Exchange(Session session, String verb, String argument) {
        this.session = session;
        this.verb = verb;
        this.argument = argument;
    }

    String verb() {
        return verb;
    }

    /** What followed the verb, passwords and all. */
    String argument() {
        return argument;
    }

    /** Where the reception of the mail that follows is to be disturbed. */
    Limit contentLimit() {
        return contentLimit;
    }

    /** The number of mails that the peer is told. */
    int told(int messages) {
        return messages + lie.messages();
    }

    /** The size that the peer is told. */
    long told(long octets) {
        return octets + lie.octets();
    }

    /** The unique id that the peer is told. */
    String told(String id) {
        return lie.id() == null ? id : lie.id();
    }

    void proceed() throws IOException {
        session.carryOut(this);
    }

    void say(List<String> lines) throws IOException {
        session.say(lines);
        flush();
    }

    void interject(List<String> lines) throws IOException {
        session.interject(lines);
    }

    void send(byte[] bytes) throws IOException {
        session.output().write(bytes, 0, bytes.length);
        flush();
        session.link().awaitReaction();
    }

    void repeat(List<String> first, String line) throws IOException {
        session.say(first);
        session.say(List.of(line));
        for (; ; ) {
            session.output().line(line);
        }
    }

    void mute() throws IOException {
        flush();
        session.output().mute();
    }

    void drip(int bytes, Duration pause) throws IOException {
        flush();
        session.output().drip(bytes, pause);
    }

    void limit(long bytes, Limit.Event event) throws IOException {
        flush();
        if (verb.equals("DATA")) {
            contentLimit = new Limit(bytes, event);
        } else {
            session.output().limit(new Limit(bytes, event));
        }
    }

    void lie(Action.Lie told) {
        lie = told;
    }

    void pause(Duration time) throws IOException {
        flush();
        session.link().pause(time);
    }

    void hold(CompletableFuture<Void> released, Runnable waiting) throws IOException {
        session.link().hold(released, waiting);
    }

    void flush() throws IOException {
        session.output().flush();
    }

    /** Ends the session; what waits to be sent is not. */
    void close() throws EOFException {
        throw new EOFException("closed by the server");
    }
}
