package io.github.sim52xx.cli;

import io.github.sim52xx.cli.mail.Action;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Occasion;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.mail.Script;
import io.github.sim52xx.cli.mail.Stall;
import io.github.sim52xx.cli.transcript.Fixture;
import io.github.sim52xx.cli.transcript.SampleMail;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** The built-in mail server as the fixtures of a transcript want it. Used by one thread. */
final class BenchMail implements Closeable {

    private static final Set<String> OF_BOTH = Set.of("GREETING", "RSET", "NOOP", "QUIT");
    private static final Set<String> OF_SMTP = Set.of("EHLO", "HELO", "AUTH", "MAIL", "RCPT", "DATA", ".");

    private final MailServer server;
    private final List<Stall> stalls = new ArrayList<>();
    private final UnaryOperator<Conduct> watched;
    private Script script = Script.of();

    /** @param watched says how somebody is told of all that the server is asked for */
    BenchMail(MailServer server, UnaryOperator<Conduct> watched) {
        this.server = server;
        this.watched = watched;
        server.conduct(watched.apply(script));
    }

    MailServer server() {
        return server;
    }

    /** A further rule, or none at all and an empty mailbox. */
    void conduct(Fixture.MailServer fixture) {
        switch (fixture.manner()) {
            case ACCEPTS -> {
                script = Script.of();
                server.mailbox().clear();
            }
            case REFUSES -> {
                boolean smtp = Character.isDigit(fixture.reply().charAt(0));
                on(smtp ? Protocol.SMTP : Protocol.POP3, fixture.verb(), new Action.Reply(fixture.reply()));
            }
            case HOLDS -> {
                Stall stall = new Stall();
                stalls.add(stall);
                onEvery(fixture.verb(), stall);
            }
            case CLOSES -> onEvery(fixture.verb(), new Action.Close());
        }
        server.conduct(watched.apply(script));
    }

    /** As a script of hostile servers has it, in place of all rules. */
    void conduct(Conduct conduct) {
        server.conduct(watched.apply(conduct));
    }

    void fill(Fixture.Mails mails) throws IOException {
        server.mailbox().clear();
        for (String name : mails.names()) {
            server.mailbox().add(SampleMail.read(name));
        }
    }

    @Override
    public void close() {
        stalls.forEach(Stall::release);
        server.close();
    }

    private void onEvery(String verb, Action action) {
        if (OF_BOTH.contains(verb) || OF_SMTP.contains(verb)) {
            on(Protocol.SMTP, verb, action);
        }
        if (OF_BOTH.contains(verb) || !OF_SMTP.contains(verb)) {
            on(Protocol.POP3, verb, action);
        }
    }

    private void on(Protocol protocol, String verb, Action action) {
        String occasion = verb.equals("GREETING") ? Occasion.GREETING : verb;
        script = script.on(protocol, occasion).perform(action);
    }
}
