package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * An SMTP session (RFC 5321) with AUTH (RFC 4954), SIZE (RFC 1870), PIPELINING (RFC 2920) and 8BITMIME (RFC 6152).
 *
 * <pre>{@code
 * S: 220 sim52xx ESMTP ready
 * C: EHLO modem
 * S: 250-sim52xx …
 * C: MAIL FROM:<john@server.com>
 * S: 250 2.1.0 OK
 * }</pre>
 */
final class SmtpSession extends Session {

    static final Set<String> VERBS = Set.of(
            "HELO",
            "EHLO",
            "AUTH",
            "MAIL",
            "RCPT",
            "DATA",
            "RSET",
            "NOOP",
            "VRFY",
            "EXPN",
            "HELP",
            "QUIT",
            "STARTTLS",
            "BDAT",
            "ETRN",
            "TURN");

    private enum State {
        /** Not yet greeted by the client. */
        STRANGER,
        READY,
        /** There is a sender, and perhaps there are recipients. */
        TRANSACTION,
        /** After 354. */
        CONTENT,
        /** After 334. */
        CHALLENGED
    }

    private State state = State.STRANGER;
    private boolean extended;
    private boolean authenticated;
    private Sasl sasl;
    private final SmtpTransaction transaction;

    SmtpSession(Sessions sessions, Link link, Transcript transcript) {
        super(Protocol.SMTP, VERBS, sessions, link, transcript);
        transaction = new SmtpTransaction(service());
    }

    @Override
    void turn() throws IOException {
        switch (state) {
            case CONTENT -> {
                transaction.receive(input());
                state = State.READY;
                heard(Occasion.END_OF_DATA);
                exchange(Occasion.END_OF_DATA, "");
                transaction.reset();
            }
            case CHALLENGED -> {
                state = State.READY;
                answer(Occasion.CHALLENGED);
            }
            default -> command();
        }
    }

    @Override
    void end() {
        transaction.reset();
    }

    @Override
    void carryOut(Exchange exchange) throws IOException {
        String argument = exchange.argument().strip();
        switch (exchange.verb()) {
            case Occasion.GREETING -> say("220 " + Service.NAME + " ESMTP ready");
            case "EHLO" -> hello(argument, true);
            case "HELO" -> hello(argument, false);
            case "AUTH" -> auth(argument);
            case Occasion.CHALLENGED -> proof(argument);
            case "MAIL" -> mail(argument);
            case "RCPT" -> recipient(argument);
            case "DATA" -> data(exchange, argument);
            case Occasion.END_OF_DATA -> say(transaction.store());
            case "RSET" -> reset(argument);
            case "NOOP" -> say("250 2.0.0 OK");
            case "VRFY" -> say(argument.isEmpty() ? "501 5.5.4 Whom?" : "252 2.1.5 Send a mail and see");
            case "HELP" -> say("214 HELO EHLO AUTH MAIL RCPT DATA RSET NOOP VRFY HELP QUIT");
            case "QUIT" -> quit(argument);
            case Occasion.UNKNOWN -> say("500 5.5.2 Command not recognized");
            default -> say("502 5.5.1 Command not implemented");
        }
    }

    private void hello(String name, boolean withExtensions) throws IOException {
        if (name.isEmpty()) {
            say("501 5.5.4 Who are you?");
            return;
        }
        transaction.reset();
        state = State.READY;
        extended = withExtensions;
        if (withExtensions) {
            say(
                    "250-" + Service.NAME,
                    "250-PIPELINING",
                    "250-SIZE " + service().sizeLimit(),
                    "250-8BITMIME",
                    "250 AUTH PLAIN LOGIN CRAM-MD5");
        } else {
            say("250 " + Service.NAME);
        }
    }

    private void auth(String argument) throws IOException {
        String[] words = argument.split(" +", 2);
        if (state != State.READY || !extended || authenticated) {
            say("503 5.5.1 Not now");
            return;
        }
        String mechanism = words[0].toUpperCase(Locale.ROOT);
        sasl = Sasl.of(mechanism, service().accounts(), service().stamp());
        if (mechanism.isEmpty() || sasl != null && words.length > 1 && !sasl.takesInitialResponse()) {
            say("501 5.5.4 AUTH mechanism [initial response]");
        } else if (sasl == null) {
            say("504 5.5.4 Mechanism not supported");
        } else if (words.length == 1) {
            challenge();
        } else {
            proof(words[1].equals("=") ? "" : words[1]);
        }
    }

    private void challenge() throws IOException {
        state = State.CHALLENGED;
        byte[] question = sasl.challenge().getBytes(StandardCharsets.ISO_8859_1);
        say(Occasion.CHALLENGED + " " + Base64.getEncoder().encodeToString(question));
    }

    private void proof(String base64) throws IOException {
        if (base64.equals("*")) {
            say("501 5.0.0 Cancelled");
            return;
        }
        String response;
        try {
            response = new String(Base64.getDecoder().decode(base64), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            say("501 5.5.2 That is not Base64");
            return;
        }
        switch (sasl.answer(response)) {
            case ADMITTED -> {
                authenticated = true;
                say("235 2.7.0 Authentication succeeded");
            }
            case REFUSED -> say("535 5.7.8 Authentication credentials invalid");
            case MORE -> challenge();
        }
    }

    private void mail(String argument) throws IOException {
        if (state != State.READY) {
            say("503 5.5.1 " + (state == State.STRANGER ? "Say hello first" : "There is a sender already"));
        } else if (service().authRequired() && !authenticated) {
            say("530 5.7.0 Authentication required");
        } else {
            String refusal = transaction.begin(argument);
            state = refusal == null ? State.TRANSACTION : State.READY;
            say(refusal == null ? "250 2.1.0 OK" : refusal);
        }
    }

    private void recipient(String argument) throws IOException {
        if (state != State.TRANSACTION) {
            say("503 5.5.1 MAIL first");
        } else {
            String refusal = transaction.addRecipient(argument);
            say(refusal == null ? "250 2.1.5 OK" : refusal);
        }
    }

    private void data(Exchange exchange, String argument) throws IOException {
        if (!argument.isEmpty()) {
            say("501 5.5.4 DATA takes no argument");
        } else if (state != State.TRANSACTION) {
            say("503 5.5.1 MAIL first");
        } else if (!transaction.hasRecipients()) {
            say("554 5.5.1 No valid recipients");
        } else {
            state = State.CONTENT;
            say("354 End with a dot on a line of its own");
            input().limit(exchange.contentLimit());
        }
    }

    private void reset(String argument) throws IOException {
        if (!argument.isEmpty()) {
            say("501 5.5.4 RSET takes no argument");
            return;
        }
        transaction.reset();
        state = state == State.STRANGER ? State.STRANGER : State.READY;
        say("250 2.0.0 OK");
    }

    private void quit(String argument) throws IOException {
        if (!argument.isEmpty()) {
            say("501 5.5.4 QUIT takes no argument");
            return;
        }
        finish();
        say("221 2.0.0 Goodbye");
    }
}
