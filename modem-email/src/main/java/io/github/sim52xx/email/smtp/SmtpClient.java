package io.github.sim52xx.email.smtp;

import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.email.MailAddress;
import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.email.compose.AttachedFile;
import io.github.sim52xx.email.compose.OutgoingMail;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.Conflicts;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.PacketDomain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * The SMTP client of the modem: what has been configured, the mail that is being written, and at most one that is being
 * sent. Success clears recipients, subject, body and attachments; failure clears nothing (manual 20.1.9). Confined to
 * the modem's thread.
 */
public final class SmtpClient implements Part {

    private enum State {
        IDLE,
        /** AT+SMTPSEND has not been answered yet. */
        CONNECTING,
        /** It has been answered with +SMTP: OK. */
        SENDING
    }

    private final Modem modem;
    private final Storage storage;
    private final Recipients recipients = new Recipients();
    private final Attachments attachments;
    private SmtpServer server;
    private SmtpLogin login;
    private MailAddress sender;
    private String subject;
    private String body;
    private String charset;

    private State state = State.IDLE;
    private SmtpSession session;
    private CompletableFuture<Reply> answer;
    private Terminal origin;
    private Instant begun;

    public SmtpClient(Modem modem) {
        this.modem = modem;
        storage = modem.part(Storage.class);
        attachments = new Attachments(storage);
        forget();
    }

    // ---- what is configured and written

    public SmtpServer server() {
        return server;
    }

    public void setServer(SmtpServer value) {
        server = value;
    }

    public SmtpLogin login() {
        return login;
    }

    public void setLogin(SmtpLogin value) {
        login = value;
    }

    public MailAddress sender() {
        return sender;
    }

    public void setSender(MailAddress value) {
        sender = value;
    }

    public String subject() {
        return subject;
    }

    public void setSubject(String value) {
        subject = value;
    }

    public String body() {
        return body;
    }

    public void setBody(String value) {
        body = value;
    }

    /** The charset of subject, names and body (+SMTPBCH). */
    public String charset() {
        return charset;
    }

    public void setCharset(String value) {
        charset = value;
    }

    public Recipients recipients() {
        return recipients;
    }

    public Attachments attachments() {
        return attachments;
    }

    // ---- sending

    /** True while a mail is on its way; nothing can be configured then. */
    public boolean isSending() {
        return state != State.IDLE;
    }

    /** +SMTPSEND: answers when the server has greeted, or has not. */
    public Reply send(Terminal terminal) {
        if (isSending()) {
            return Response.error(SmtpCode.ONGOING.line());
        }
        if (modem.part(Conflicts.class).forbid(Conflicts.Service.SMTP)) {
            return Response.error();
        }
        begun = modem.blueprint().time().now();
        String missing = missing();
        if (missing != null) {
            return refuse(SmtpOutcome.of(SmtpCode.PARAM_ERROR, missing));
        }
        try {
            OutgoingMail mail = compose();
            if (mail.files().stream().mapToLong(AttachedFile::size).sum() > Attachments.MAX_TOTAL) {
                return refuse(SmtpOutcome.of(SmtpCode.OVERSIZE, "the attachments have grown beyond 10 MB"));
            }
            return begin(terminal, mail);
        } catch (FileSystemException e) {
            return refuse(SmtpOutcome.of(SmtpCode.PARAM_ERROR, "an attachment cannot be read: " + e.getMessage()));
        } catch (NetworkException e) {
            return refuse(SmtpOutcome.of(SmtpCode.NETWORK_ERROR, e.getMessage()));
        }
    }

    /** +SMTPSTOP: drops the connection; nothing more is reported. False if no mail is being sent. */
    public boolean stop() {
        if (!isSending()) {
            return false;
        }
        boolean unanswered = state == State.CONNECTING;
        CompletableFuture<Reply> waiting = answer;
        end();
        if (unanswered) {
            waiting.complete(Response.error());
        }
        return true;
    }

    @Override
    public void powerOff() {
        if (isSending()) {
            end();
        }
        forget();
    }

    private String missing() {
        if (server.host().isEmpty()) {
            return "no server: AT+SMTPSRV";
        }
        if (sender.address().isEmpty()) {
            return "no sender: AT+SMTPFROM";
        }
        if (recipients.isEmpty()) {
            return "no recipient: AT+SMTPRCPT";
        }
        if (!modem.part(PacketDomain.class).hasSocketContext()) {
            return "no context: AT+CGSOCKCONT, AT+CSOCKSETPN";
        }
        return null;
    }

    private OutgoingMail compose() throws FileSystemException {
        List<AttachedFile> files = new ArrayList<>();
        for (ModemPath path : attachments.files().values()) {
            Volume volume = storage.volume(path.drive());
            files.add(new AttachedFile(path.name(), volume.size(path), () -> volume.open(path)));
        }
        return new OutgoingMail(
                sender,
                recipients.all(Recipients.Kind.TO),
                recipients.all(Recipients.Kind.CC),
                recipients.all(Recipients.Kind.BCC),
                subject,
                body,
                charset,
                modem.clock().dateTime(),
                files);
    }

    private Reply begin(Terminal terminal, OutgoingMail mail) throws NetworkException {
        Bearer bearer = modem.part(Bearer.class);
        answer = new CompletableFuture<>();
        origin = terminal;
        SmtpSession[] self = new SmtpSession[1];
        session = new SmtpSession(
                modem,
                server,
                login,
                mail,
                bearer.socket("SMTP"),
                "[" + bearer.address() + "]",
                () -> modem.execute(() -> greeted(self[0])),
                outcome -> modem.execute(() -> finished(self[0], outcome)));
        self[0] = session;
        state = State.CONNECTING;
        modem.part(Conflicts.class).begin(Conflicts.Service.SMTP);
        modem.blueprint().workers().execute(session);
        return new Reply.Later(answer);
    }

    private void greeted(SmtpSession by) {
        if (by == session) {
            state = State.SENDING;
            answer.complete(Response.ok(SmtpCode.OK.line()));
        }
    }

    private void finished(SmtpSession by, SmtpOutcome outcome) {
        if (by != session) {
            return;
        }
        boolean unanswered = state == State.CONNECTING;
        CompletableFuture<Reply> waiting = answer;
        end();
        if (unanswered) {
            waiting.complete(refuse(outcome));
            return;
        }
        if (outcome.code() == SmtpCode.SUCCESS) {
            clearMail();
        }
        tell(outcome);
        modem.terminals().report(origin, outcome.line());
    }

    private void end() {
        session.stop();
        session = null;
        answer = null;
        state = State.IDLE;
        modem.part(Conflicts.class).end(Conflicts.Service.SMTP);
    }

    private Response refuse(SmtpOutcome outcome) {
        tell(outcome);
        return Response.error(outcome.line());
    }

    private void tell(SmtpOutcome outcome) {
        Duration took = Duration.between(begun, modem.blueprint().time().now());
        modem.event(new MailOutcome("AT+SMTPSEND", outcome.line(), outcome.cause(), took));
    }

    private void clearMail() {
        recipients.clear();
        attachments.clear();
        subject = "";
        body = "";
    }

    private void forget() {
        server = SmtpServer.NONE;
        login = SmtpLogin.NONE;
        sender = new MailAddress("", "");
        charset = "utf-8";
        clearMail();
    }
}
