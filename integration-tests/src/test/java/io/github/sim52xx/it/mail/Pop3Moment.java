package io.github.sim52xx.it.mail;

import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;

/** The moments at which a POP3 server can misbehave, and the command that is being executed then. */
enum Pop3Moment {
    GREETING(Occasion.GREETING, "AT+POP3IN"),
    USER("USER", "AT+POP3IN"),
    PASS("PASS", "AT+POP3IN"),
    STAT("STAT", "AT+POP3IN"),
    NUM("STAT", "AT+POP3NUM"),
    LIST("LIST", "AT+POP3LIST"),
    LIST_ONE("LIST", "AT+POP3LIST=1"),
    TOP("TOP", "AT+POP3HDR=1"),
    RETR("RETR", "AT+POP3GET=1"),
    DELE("DELE", "AT+POP3DEL=1"),
    QUIT("QUIT", "AT+POP3OUT");

    private final String verb;
    private final String command;

    Pop3Moment(String verb, String command) {
        this.verb = verb;
        this.command = command;
    }

    String command() {
        return command;
    }

    /** True if there is no session yet. */
    boolean isLogin() {
        return command.equals("AT+POP3IN");
    }

    /** True if its command is answered before the server is asked. */
    boolean isFetch() {
        return this == RETR;
    }

    /** True if what the server should send has several lines. */
    boolean isMultiLine() {
        return this == LIST || this == TOP || this == RETR;
    }

    /** What the console calls it. */
    String shown() {
        return verb.isEmpty() ? "the connection" : verb;
    }

    Script.When on() {
        return Script.of().on(Protocol.POP3, verb);
    }

    /** Makes the modem ready for {@link #command}; the server still behaves. */
    void prepare(MailBench bench) {
        bench.ok("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\"");
        if (!isLogin()) {
            bench.logIn();
        }
    }

    /** The answer if the command fails with {@code code}: at once, or behind OK. */
    String failure(String code) {
        String report = "\r\n+POP3: " + code + "\r\n";
        return isFetch() ? "\r\nOK\r\n" + report : report + "\r\nERROR\r\n";
    }

    /** Waits for such an answer and returns it. */
    String awaitFailure(Dte dte) {
        String answer = dte.awaitResult();
        return isFetch() ? answer + dte.awaitLine() : answer;
    }
}
