package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * What the server does with one command, at the greeting, or with a mail that it has received: the right thing, or one
 * of the things that servers do in the field. Lines are byte strings without line end.
 *
 * <p>Some count bytes of a payload. That is what follows the first line of a multi-line POP3 reply, or the mail that
 * DATA receives; of everything else it is the whole reply.
 */
public sealed interface Action
        permits Action.Proceed,
                Action.Reply,
                Action.EarlyReply,
                Action.Garbage,
                Action.Endless,
                Action.Close,
                Action.Delay,
                Action.CutAfter,
                Action.Drip,
                Action.Lie,
                Stall {

    /** Behaves. */
    Action PROCEED = new Proceed();

    /** Called by the server, on the session's thread. */
    void perform(Exchange exchange) throws IOException;

    /** What the server does: {@code closes after 100 bytes}. */
    String describe();

    private static String quoted(List<String> lines) {
        return "\"" + String.join("\", \"", lines) + "\"";
    }

    private static String seconds(Duration time) {
        return time.toMillis() % 1000 == 0 ? time.toSeconds() + " s" : time.toMillis() + " ms";
    }

    /** Follows the protocol. */
    record Proceed() implements Action {
        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.proceed();
        }

        @Override
        public String describe() {
            return "behaves";
        }
    }

    /**
     * Says this and does nothing: a refused recipient is not added, a mail that is "accepted" at its end not stored.
     *
     * @param lines the whole reply, codes included
     */
    record Reply(List<String> lines) implements Action {

        public Reply {
            lines = List.copyOf(lines);
        }

        public Reply(String... lines) {
            this(List.of(lines));
        }

        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.say(lines);
        }

        @Override
        public String describe() {
            return "says " + quoted(lines);
        }
    }

    /**
     * Says this before it does, silently, what it was asked for. With {@code "354 go", "250 stored"} at DATA the mail is
     * acknowledged before it has come; without any line the server does its work and says nothing.
     */
    record EarlyReply(List<String> lines) implements Action {

        public EarlyReply {
            lines = List.copyOf(lines);
        }

        public EarlyReply(String... lines) {
            this(List.of(lines));
        }

        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.say(lines);
            exchange.mute();
            exchange.proceed();
        }

        @Override
        public String describe() {
            return lines.isEmpty() ? "does it and says nothing" : "says " + quoted(lines) + " before its time";
        }
    }

    /** Sends these bytes, as they are, and does nothing. */
    record Garbage(byte[] bytes) implements Action {

        private static final int SHOWN = 40;

        public Garbage {
            bytes = bytes.clone();
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.send(bytes);
        }

        @Override
        public String describe() {
            return bytes.length > SHOWN
                    ? "sends " + bytes.length + " bytes"
                    : "sends " + quoted(List.of(new String(bytes, StandardCharsets.ISO_8859_1)));
        }
    }

    /**
     * Repeats one line until the peer goes.
     *
     * @param first said before it, once
     */
    record Endless(List<String> first, String line) implements Action {

        public Endless {
            first = List.copyOf(first);
        }

        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.repeat(first, line);
        }

        @Override
        public String describe() {
            return "says " + quoted(List.of(line)) + " without end";
        }
    }

    /**
     * Closes the connection.
     *
     * @param lines said before it, in place of the right reply; none: it just closes
     */
    record Close(List<String> lines) implements Action {

        public Close {
            lines = List.copyOf(lines);
        }

        public Close(String... lines) {
            this(List.of(lines));
        }

        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.say(lines);
            exchange.close();
        }

        @Override
        public String describe() {
            return lines.isEmpty() ? "closes" : "says " + quoted(lines) + " and closes";
        }
    }

    /** Takes its time. */
    record Delay(Duration time, Action then) implements Action {

        public Delay(Duration time) {
            this(time, PROCEED);
        }

        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.pause(time);
            then.perform(exchange);
        }

        @Override
        public String describe() {
            return "waits " + seconds(time) + ", then " + then.describe();
        }
    }

    /**
     * Closes the connection when so many bytes of the payload have passed. A shorter payload passes whole.
     *
     * @param lines said before it, in the middle of the payload
     */
    record CutAfter(long bytes, List<String> lines) implements Action {

        public CutAfter {
            lines = List.copyOf(lines);
            if (bytes < 0) {
                throw new IllegalArgumentException("a payload cannot be cut after " + bytes + " bytes");
            }
        }

        public CutAfter(long bytes) {
            this(bytes, List.of());
        }

        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.limit(bytes, () -> {
                exchange.interject(lines);
                exchange.close();
            });
            exchange.proceed();
        }

        @Override
        public String describe() {
            return (lines.isEmpty() ? "" : "says " + quoted(lines) + " and ") + "closes after " + bytes + " bytes";
        }
    }

    /**
     * Sends the right reply in small pieces.
     *
     * @param bytes in each piece
     * @param pause between two
     */
    record Drip(int bytes, Duration pause) implements Action {

        public Drip {
            if (bytes < 1) {
                throw new IllegalArgumentException("pieces of " + bytes + " bytes");
            }
        }

        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.drip(bytes, pause);
            exchange.proceed();
        }

        @Override
        public String describe() {
            return "drips, bytes " + bytes + " every " + seconds(pause);
        }
    }

    /**
     * Gives wrong numbers at STAT, LIST and RETR, wrong ids at UIDL (POP3).
     *
     * @param messages added to the number of mails
     * @param octets added to every size
     * @param id of every mail; null for the right ones
     */
    record Lie(int messages, long octets, String id) implements Action {

        public Lie(int messages, long octets) {
            this(messages, octets, null);
        }

        @Override
        public void perform(Exchange exchange) throws IOException {
            exchange.lie(this);
            exchange.proceed();
        }

        @Override
        public String describe() {
            String ids = id == null ? "" : ", every id " + id;
            return String.format("lies: %+d messages, %+d octets%s", messages, octets, ids);
        }
    }
}
