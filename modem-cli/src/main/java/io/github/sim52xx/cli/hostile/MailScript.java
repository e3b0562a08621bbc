package io.github.sim52xx.cli.hostile;

import io.github.sim52xx.cli.mail.Accounts;
import io.github.sim52xx.cli.mail.Conduct;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Protocol;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A mail server that misbehaves. Immutable.
 *
 * @param about one line that says what the server does
 * @param seed of all that is random, unless another one is asked for
 * @param mails in the mailbox at the beginning
 * @param refusing protocols whose connections are refused
 * @param expected what a modem makes of it; null if that depends
 */
public record MailScript(
        String name,
        String about,
        long seed,
        Accounts accounts,
        boolean authRequired,
        List<byte[]> mails,
        Set<Protocol> refusing,
        List<ScriptLine> lines,
        Expectation expected) {

    public MailScript {
        mails = List.copyOf(mails);
        refusing = Set.copyOf(refusing);
        lines = List.copyOf(lines);
    }

    /** How the server behaves; the rest of the script is for one that starts with it. */
    public Conduct conduct(long withSeed, Consumer<Upset> upsets) {
        return new Misconduct(lines, withSeed, upsets);
    }

    /**
     * Starts the server.
     *
     * @param server where and by which time
     * @param upsets told, on the session's thread, whenever the server is about to misbehave
     */
    public MailServer start(MailServer.Builder server, long withSeed, Consumer<Upset> upsets) throws IOException {
        refusing.forEach(server::refusing);
        MailServer started = server.accounts(accounts)
                .authRequired(authRequired)
                .conduct(conduct(withSeed, upsets))
                .start();
        for (byte[] mail : mails) {
            started.mailbox().add(mail);
        }
        return started;
    }
}
