package io.github.sim52xx.email.smtp;

/**
 * One command of an SMTP session and what the server replied to it.
 *
 * @param verb {@code RCPT}; empty for the greeting, {@code .} for the end of the mail
 * @param code the reply code, 0 while there is no reply, -1 for a reply without a code or the end of the connection
 * @param reply the reply's text without line ends
 */
record Exchange(String verb, int code, String reply) {

    static final Exchange GREETING = new Exchange("", 0, "");

    static Exchange sent(String command) {
        int blank = command.indexOf(' ');
        return new Exchange(blank < 0 ? command : command.substring(0, blank), 0, "");
    }

    Exchange answered(int newCode, String text) {
        return new Exchange(verb, newCode, text == null ? "" : text.strip().replaceAll("\\s*\\R\\s*", " / "));
    }

    /** For the console: {@code RCPT was answered "550 no such user"}. */
    String describe() {
        String what = switch (verb) {
            case "" -> "the connection";
            case "." -> "the end of the mail";
            default -> verb;
        };
        return code == 0 ? "no reply to " + what : what + " was answered \"" + reply + '"';
    }
}
