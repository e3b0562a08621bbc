package io.github.sim52xx.email.smtp;

import io.github.sim52xx.email.ReplyTimer;
import io.github.sim52xx.email.Traffic;
import io.github.sim52xx.email.compose.OutgoingMail;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.ModemSocket;
import io.github.sim52xx.net.NetworkException;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One connection to the SMTP server that carries one mail. Runs on a worker and blocks there; {@link #stop} may come
 * from any thread and ends it at once.
 */
final class SmtpSession implements Runnable {

    private static final int AUTHENTICATION_REQUIRED = 530;
    private static final int CREDENTIALS_INVALID = 535;
    private static final int SERVICE_NOT_AVAILABLE = 421;

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
        this.traffic = new Traffic(timer, modem.blueprint().time(), modem::event);
    }

    @Override
    public void run() {
        try {
            finished.accept(send());
        } finally {
            timer.stop();
            stop();
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
            socket.open(server.host(), server.port(), (int) ReplyTimer.PATIENCE.toMillis());
        } catch (NetworkException e) {
            return SmtpOutcome.of(SmtpCode.NETWORK_ERROR, e.getMessage());
        }
        socket.listen(traffic);
        timer.restart();
        ModemTransport transport = new ModemTransport(socket, greetingName, login.user(), login.password(), greeted);
        try {
            transport.logIn();
            traffic.begin("sending mail", mail.estimatedSize());
            transport.deliver(mail);
            traffic.end();
        } catch (MessagingException | IOException e) {
            return failure(transport.last(), e);
        }
        quit(transport);
        return SmtpOutcome.of(SmtpCode.SUCCESS, transport.last().describe());
    }

    /** The mail is accepted, whatever the server says to QUIT. */
    private static void quit(ModemTransport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            // The session is over either way.
        }
    }

    private SmtpOutcome failure(Exchange last, Exception e) {
        if (socket.isBearerLost()) {
            return SmtpOutcome.of(SmtpCode.NETWORK_ERROR, "the modem lost the network");
        }
        if (timer.hasExpired()) {
            return SmtpOutcome.of(
                    SmtpCode.SERVER_ERROR, last.describe() + " within " + ReplyTimer.PATIENCE.toSeconds() + " s");
        }
        if (e instanceof FileSystemException) {
            return SmtpOutcome.of(SmtpCode.PARAM_ERROR, "an attachment cannot be read: " + e.getMessage());
        }
        return switch (last.code()) {
            case AUTHENTICATION_REQUIRED -> SmtpOutcome.of(SmtpCode.AUTH_REQUIRED, last.describe());
            case CREDENTIALS_INVALID -> SmtpOutcome.of(SmtpCode.AUTH_ERROR, last.describe());
            case SERVICE_NOT_AVAILABLE -> SmtpOutcome.of(SmtpCode.SERVER_ERROR, last.describe());
            default -> refusal(last, e);
        };
    }

    private static SmtpOutcome refusal(Exchange last, Exception e) {
        if (e instanceof RecipientException refused && last.code() >= 400) {
            return new SmtpOutcome(SmtpCode.BAD_RCPT, refused.address(), last.describe());
        }
        if (e instanceof AuthenticationFailedException && last.code() == 250) {
            return SmtpOutcome.of(SmtpCode.AUTH_ERROR, "the server offers neither AUTH LOGIN nor AUTH PLAIN");
        }
        String cause = last.code() == 0 || last.code() == -1 ? "the server closed the connection: " : "";
        return SmtpOutcome.of(SmtpCode.SERVER_ERROR, cause + last.describe());
    }
}
