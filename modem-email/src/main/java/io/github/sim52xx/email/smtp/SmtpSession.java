package io.github.sim52xx.email.smtp;

import io.github.sim52xx.email.ReplyTimer;
import io.github.sim52xx.email.Traffic;
import io.github.sim52xx.email.compose.OutgoingMail;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.ModemSocket;
import io.github.sim52xx.net.NetworkException;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One connection to the SMTP server that carries one mail. Runs on a worker and blocks there; {@link #stop} may come
 * from any thread and ends it at once.
 */
final class SmtpSession implements Runnable {

    private static final String PATIENCE = " within " + ReplyTimer.PATIENCE.toSeconds() + " s";
    /** The timer sees to it. */
    private static final int NO_TIMEOUT = 0;

    private final SmtpServer server;
    private final SmtpLogin login;
    private final OutgoingMail mail;
    private final ModemSocket socket;
    private final String greetingName;
    private final Runnable greeted;
    private final Consumer<SmtpOutcome> finished;
    private final ReplyTimer timer;
    private final Traffic traffic;

    /**
     * @param socket not yet open
     * @param greetingName what the modem calls itself in EHLO
     * @param greeted called on the worker when the server has greeted
     * @param finished called on the worker at the end, exactly once
     */
    SmtpSession(
            Modem modem,
            SmtpServer server,
            SmtpLogin login,
            OutgoingMail mail,
            ModemSocket socket,
            String greetingName,
            Runnable greeted,
            Consumer<SmtpOutcome> finished) {
        this.server = server;
        this.login = login;
        this.mail = mail;
        this.socket = socket;
        this.greetingName = greetingName;
        this.greeted = greeted;
        this.finished = finished;
        this.timer = new ReplyTimer(modem.blueprint().time(), this::stop);
        this.traffic = new Traffic(timer, modem.blueprint().time(), modem::event, false);
    }

    @Override
    public void run() {
        SmtpOutcome outcome = SmtpOutcome.of(SmtpCode.SERVER_ERROR, "a programming error");
        try {
            timer.restart();
            outcome = send();
        } finally {
            timer.stop();
            stop();
            finished.accept(outcome);
        }
    }

    /** Ends the session at once. */
    void stop() {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that cannot be closed is as good as closed.
        }
    }

    private SmtpOutcome send() {
        try {
            socket.open(server.host(), server.port(), NO_TIMEOUT);
        } catch (NetworkException e) {
            return unreachable(e);
        }
        socket.listen(traffic);
        timer.restart();
        SmtpConnection connection = new SmtpConnection(socket, login.secret());
        try {
            connection.greeting();
            // To the modem, which knows no TLS, the session stands when that is done.
            connection.secure(greetingName);
            greeted.run();
            connection.hello(greetingName);
            if (login.isUsed()) {
                connection.logIn(login);
            }
            traffic.begin("sending mail", mail.estimatedSize());
            connection.deliver(mail);
            traffic.end();
        } catch (RefusedException e) {
            return e.outcome();
        } catch (FileSystemException e) {
            return SmtpOutcome.of(SmtpCode.PARAM_ERROR, "an attachment cannot be read: " + e.getMessage());
        } catch (NetworkException e) {
            return unreachable(e);
        } catch (IOException e) {
            return lost(connection.last(), e);
        }
        String accepted = connection.last().describe() + socket.security();
        quit(connection);
        return SmtpOutcome.of(SmtpCode.SUCCESS, accepted);
    }

    /** The mail is accepted, whatever the server says to QUIT. */
    private static void quit(SmtpConnection connection) {
        try {
            connection.quit();
        } catch (IOException e) {
            // The session is over either way.
        }
    }

    /** The connection did not come about. */
    private SmtpOutcome unreachable(NetworkException e) {
        boolean silent = timer.hasExpired() && !socket.isBearerLost();
        String cause = silent ? "no answer from " + server.host() + ":" + server.port() + PATIENCE : e.getMessage();
        return SmtpOutcome.of(SmtpCode.NETWORK_ERROR, cause);
    }

    /** The connection broke. */
    private SmtpOutcome lost(Exchange last, IOException e) {
        if (socket.isBearerLost()) {
            return SmtpOutcome.of(SmtpCode.NETWORK_ERROR, "the modem lost the network: " + last.describe());
        }
        if (timer.hasExpired()) {
            return SmtpOutcome.of(SmtpCode.SERVER_ERROR, last.describe() + PATIENCE);
        }
        return SmtpOutcome.of(SmtpCode.SERVER_ERROR, last.describe() + ": " + e.getMessage());
    }
}
