package io.github.sim52xx.email.smtp;

import io.github.sim52xx.email.MailAddress;
import io.github.sim52xx.email.compose.OutgoingMail;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/**
 * Angus's SMTP client on a socket of the modem. Greeting, EHLO, login and QUIT are Angus's; the mail transaction is
 * spoken verb by verb, so that it is always known which one the server refused, and the mail itself goes past Angus's
 * streams, which look at every single byte of it. Used by one thread.
 */
final class ModemTransport extends SMTPTransport {

    private static final int GREETED = 220;
    private static final int DONE = 250;
    private static final int WILL_FORWARD = 251;
    private static final int GO_AHEAD = 354;

    /** Nothing in it belongs to a particular connection, and making one takes Angus a while. */
    private static final Session SESSION = Session.getInstance(properties());

    private final Socket socket;
    private final String user;
    private final String password;
    private final Runnable greeted;
    private Exchange last = Exchange.GREETING;

    /**
     * @param socket connected
     * @param greetingName what to say in EHLO
     * @param user null to send without login
     * @param greeted called when the server has said that it is ready
     */
    ModemTransport(Socket socket, String greetingName, String user, String password, Runnable greeted) {
        super(SESSION, new URLName("smtp", null, -1, null, null, null));
        this.socket = socket;
        this.user = user;
        this.password = password;
        this.greeted = greeted;
        setLocalHost(greetingName);
    }

    /** Greets and, if there is a user and the server offers it, logs in. */
    void logIn() throws MessagingException {
        connect(socket);
    }

    /**
     * Sends one mail.
     *
     * @throws RecipientException if the server refuses a recipient
     * @throws MessagingException if it refuses anything else; {@link #last} tells what
     * @throws IOException if an attachment cannot be read or the connection breaks
     */
    synchronized void deliver(OutgoingMail mail) throws MessagingException, IOException {
        require("MAIL FROM:<" + mail.sender().address() + ">", DONE);
        for (MailAddress recipient : recipients(mail)) {
            try {
                require("RCPT TO:<" + recipient.address() + ">", DONE, WILL_FORWARD);
            } catch (MessagingException e) {
                throw new RecipientException(recipient.address(), e);
            }
        }
        require("DATA", GO_AHEAD);
        OutputStream out = socket.getOutputStream();
        DotStuffing content = new DotStuffing(out);
        mail.writeTo(content);
        content.finish();
        require(".", DONE);
    }

    /** The last command and its reply. */
    Exchange last() {
        return last;
    }

    @Override
    protected boolean protocolConnect(String host, int port, String noUser, String noPassword)
            throws MessagingException {
        return super.protocolConnect(host, port, user, password);
    }

    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        if (last.code() == GREETED) {
            greeted.run();
        }
        return super.ehlo(domain);
    }

    @Override
    protected void sendCommand(String command) throws MessagingException {
        last = Exchange.sent(command);
        super.sendCommand(command);
    }

    @Override
    protected int simpleCommand(byte[] command) throws MessagingException {
        // Only the steps of a login come here; what they carry belongs in no log.
        last = Exchange.sent("AUTH");
        return super.simpleCommand(command);
    }

    @Override
    protected int readServerResponse() throws MessagingException {
        int code = super.readServerResponse();
        last = last.answered(code, getLastServerResponse());
        return code;
    }

    private void require(String command, int... expected) throws MessagingException {
        int code = simpleCommand(command);
        for (int good : expected) {
            if (code == good) {
                return;
            }
        }
        throw new MessagingException(last.describe());
    }

    private static List<MailAddress> recipients(OutgoingMail mail) {
        List<MailAddress> all = new ArrayList<>(mail.to());
        all.addAll(mail.copies());
        all.addAll(mail.blindCopies());
        return all;
    }

    private static Properties properties() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth.mechanisms", "LOGIN PLAIN");
        return properties;
    }
}
