package io.github.sim52xx.email.smtp;

/**
 * One command of an SMTP session and what the server replied to it.
 *
 * @param verb {@code RCPT}; empty for the greeting, {@code .} for the end of the mail
 * @param code the reply code, 0 while there is no reply
 * @param reply the reply's lines without code and line ends, separated by \n; with no password in it
 */
record Exchange(String verb, int code, String reply) {

    static final Exchange GREETING = new Exchange("", 0, "");

    private static final int MAX_SHOWN = 200;

    Exchange answered(int newCode, String text) {
        return new Exchange(verb, newCode, text);
    }

    /** The server has done what it was asked for (RFC 5321 4.2.1). */
    boolean isPositive() {
        return code / 100 == 2;
    }

    /** The server will not do it, for now or for good. */
    boolean isRefusal() {
        return code / 100 == 4 || code / 100 == 5;
    }

    /** For the console: {@code RCPT was answered "550 no such user"}. */
    String describe() {
        return code == 0 ? "no reply to " + what() : answeredWith(code + " " + reply.replace("\n", " / "));
    }

    /** As {@link #describe}, of a reply that is none. */
    String answeredWith(String text) {
        String shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
        return what() + " was answered \"" + shown + '"';
    }

    private String what() {
        return switch (verb) {
            case "" -> "the connection";
            case "." -> "the end of the mail";
            default -> verb;
        };
    }
}
