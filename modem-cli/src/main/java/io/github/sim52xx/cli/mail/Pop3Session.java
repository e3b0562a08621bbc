package io.github.sim52xx.cli.mail;

import java.io.IOException;
import java.util.Set;
import java.util.function.Function;

/**
 * A POP3 session (RFC 1939) with all optional commands and CAPA (RFC 2449).
 *
 * <pre>{@code
 * S: +OK sim52xx ready <1.1265079897000@sim52xx>
 * C: USER un
 * S: +OK
 * }</pre>
 */
final class Pop3Session extends Session {

    static final Set<String> VERBS = Set.of(
            "USER", "PASS", "APOP", "STAT", "LIST", "UIDL", "TOP", "RETR", "DELE", "RSET", "NOOP", "CAPA", "QUIT",
            "AUTH", "STLS");
    private static final String NO_SUCH = "-ERR No such message";

    private enum State {
        AUTHORIZATION,
        TRANSACTION
    }

    private State state = State.AUTHORIZATION;
    private final String stamp;
    private String user;
    private Maildrop maildrop;

    Pop3Session(Sessions sessions, Link link, Transcript transcript) {
        super(Protocol.POP3, VERBS, sessions, link, transcript);
        stamp = service().stamp();
    }

    @Override
    void turn() throws IOException {
        command();
    }

    @Override
    void end() {
        if (maildrop != null) {
            maildrop.close();
        }
    }

    @Override
    void carryOut(Exchange exchange) throws IOException {
        switch (exchange.verb()) {
            case Occasion.GREETING -> say("+OK " + Service.NAME + " ready " + stamp);
            case "CAPA" -> capabilities();
            case "QUIT" -> quit();
            case "AUTH", "STLS", Occasion.UNKNOWN -> say("-ERR Command not recognized");
            default -> {
                switch (state) {
                    case AUTHORIZATION -> authorize(exchange);
                    case TRANSACTION -> transact(exchange);
                }
            }
        }
    }

    private void authorize(Exchange exchange) throws IOException {
        String argument = exchange.argument();
        switch (exchange.verb()) {
            case "USER" -> user(argument.strip());
            case "PASS" -> password(argument);
            case "APOP" -> digest(argument.strip());
            default -> say("-ERR Log in first");
        }
    }

    private void transact(Exchange exchange) throws IOException {
        String argument = exchange.argument().strip();
        switch (exchange.verb()) {
            case "STAT" -> say("+OK " + exchange.told(maildrop.count()) + " " + exchange.told(maildrop.size()));
            case "LIST" -> list(exchange, argument, mail -> Long.toString(exchange.told(mail.size())));
            case "UIDL" -> list(exchange, argument, mail -> exchange.told(mail.id()));
            case "RETR" -> retrieve(exchange, argument);
            case "TOP" -> top(argument);
            case "DELE" -> delete(argument);
            case "RSET" -> {
                maildrop.undelete();
                say("+OK");
            }
            case "NOOP" -> say("+OK");
            default -> say("-ERR Not now");
        }
    }

    private void capabilities() throws IOException {
        say("+OK Capabilities");
        output().payload();
        for (String capability : new String[] {"USER", "TOP", "UIDL", "PIPELINING", "IMPLEMENTATION " + Service.NAME}) {
            output().line(capability);
        }
        output().line(".");
    }

    private void user(String name) throws IOException {
        boolean known = service().accounts().know(name);
        user = known ? name : null;
        say(known ? "+OK" : "-ERR No such mailbox");
    }

    private void password(String password) throws IOException {
        if (user == null) {
            say("-ERR USER first");
            return;
        }
        boolean admitted = service().accounts().admit(user, password);
        user = null;
        login(admitted, "-ERR Wrong password");
    }

    private void digest(String argument) throws IOException {
        int blank = argument.lastIndexOf(' ');
        boolean admitted = blank > 0
                && service().accounts().admitDigest(argument.substring(0, blank), stamp, argument.substring(blank + 1));
        login(admitted, "-ERR Permission denied");
    }

    private void login(boolean admitted, String refusal) throws IOException {
        if (admitted) {
            maildrop = new Maildrop(service().mailbox());
            state = State.TRANSACTION;
            say("+OK " + maildrop.count() + " messages");
        } else {
            say(refusal);
        }
    }

    private void list(Exchange exchange, String argument, Function<StoredMail, String> property) throws IOException {
        if (!argument.isEmpty()) {
            int number = number(argument);
            StoredMail mail = maildrop.mail(number);
            say(mail == null ? NO_SUCH : "+OK " + number + " " + property.apply(mail));
            return;
        }
        say("+OK " + exchange.told(maildrop.count()) + " messages");
        output().payload();
        for (int number = 1; number <= maildrop.last(); number++) {
            StoredMail mail = maildrop.mail(number);
            if (mail != null) {
                output().line(number + " " + property.apply(mail));
            }
        }
        output().line(".");
    }

    private void retrieve(Exchange exchange, String argument) throws IOException {
        StoredMail mail = maildrop.mail(number(argument));
        if (mail == null) {
            say(NO_SUCH);
            return;
        }
        say("+OK " + exchange.told(mail.size()) + " octets");
        send(mail, mail.size());
    }

    private void top(String argument) throws IOException {
        String[] words = argument.split(" +");
        StoredMail mail = words.length == 2 ? maildrop.mail(number(words[0])) : null;
        int lines = words.length == 2 ? number(words[1]) : -1;
        if (mail == null || lines < 0) {
            say(mail == null ? NO_SUCH : "-ERR TOP message lines");
            return;
        }
        long length = new TopLength(lines).of(mail.data());
        say("+OK");
        send(mail, length);
    }

    private void send(StoredMail mail, long length) throws IOException {
        output().payload();
        DotWriter writer = new DotWriter(output());
        mail.data().copyTo(writer, length);
        writer.finish();
    }

    private void delete(String argument) throws IOException {
        int number = number(argument);
        if (maildrop.mail(number) == null) {
            say(NO_SUCH);
        } else {
            maildrop.delete(number);
            say("+OK Message " + number + " deleted");
        }
    }

    private void quit() throws IOException {
        if (maildrop != null) {
            maildrop.update();
        }
        finish();
        say("+OK Goodbye");
    }

    /** A number of up to nine digits, or -1. */
    private static int number(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : -1;
    }
}
