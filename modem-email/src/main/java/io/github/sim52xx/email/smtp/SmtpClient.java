package io.github.sim52xx.email.smtp;

import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.email.MailAddress;
import io.github.sim52xx.email.MailOperation;
import io.github.sim52xx.email.compose.AttachedFile;
import io.github.sim52xx.email.compose.OutgoingMail;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.PacketDomain;
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
    private MailOperation operation;
    private CompletableFuture<Reply> answer;
    private Terminal origin;

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

    /** Answers a command that cannot be carried out with bare ERROR. */
    public Response refuse(String command, String cause) {
        return new MailOperation(modem, command).refused(cause);
    }

    /** As above, with a code. */
    public Response refuse(String command, SmtpCode code, String cause) {
        return refuse(new MailOperation(modem, command), SmtpOutcome.of(code, cause));
    }

    // ---- sending

    /** True while a mail is on its way; nothing can be configured then. */
    public boolean isSending() {
        return state != State.IDLE;
    }

    /** +SMTPSEND: answers when the server has greeted, or has not. */
    public Reply send(Terminal terminal) {
        MailOperation begun = new MailOperation(modem, "AT+SMTPSEND");
        if (isSending()) {
            return refuse(begun, SmtpOutcome.of(SmtpCode.ONGOING, "another mail is being sent"));
        }
        if (modem.part(Conflicts.class).forbid(Conflicts.Service.SMTP)) {
            return begun.refused("TCP/IP, MMS or GPS is in use");
        }
        String missing = missing();
        if (missing != null) {
            return refuse(begun, SmtpOutcome.of(SmtpCode.PARAM_ERROR, missing));
        }
        try {
            OutgoingMail mail = compose();
            if (mail.files().stream().mapToLong(AttachedFile::size).sum() > Attachments.MAX_TOTAL) {
                return refuse(begun, SmtpOutcome.of(SmtpCode.OVERSIZE, "the attachments have grown beyond 10 MB"));
            }
            return begin(begun, terminal, mail);
        } catch (FileSystemException e) {
            return refuse(
                    begun, SmtpOutcome.of(SmtpCode.PARAM_ERROR, "an attachment cannot be read: " + e.getMessage()));
        } catch (NetworkException e) {
            return refuse(begun, SmtpOutcome.of(SmtpCode.NETWORK_ERROR, e.getMessage()));
        }
    }

    /** +SMTPSTOP: drops the connection; nothing more is reported. */
    public Response stop() {
        if (!isSending()) {
            return new MailOperation(modem, "AT+SMTPSTOP").refused("no mail is being sent");
        }
        boolean unanswered = state == State.CONNECTING;
        CompletableFuture<Reply> waiting = answer;
        operation.failed(unanswered ? "ERROR" : "nothing more", "stopped by AT+SMTPSTOP");
        end();
        if (unanswered) {
            waiting.complete(Response.error());
        }
        return Response.ok();
    }

    @Override
    public void powerOff() {
        if (isSending()) {
            operation.failed("nothing more", "the modem went off");
            end();
        }
        forget();
    }

    /** What has to be there and is not; null if nothing is missing. */
    private String missing() {
        List<String> missing = new ArrayList<>();
        if (server.host().isEmpty()) {
            missing.add("no server: AT+SMTPSRV");
        }
        if (sender.address().isEmpty()) {
            missing.add("no sender: AT+SMTPFROM");
        }
        if (recipients.isEmpty()) {
            missing.add("no recipient: AT+SMTPRCPT");
        }
        if (!modem.part(PacketDomain.class).hasSocketContext()) {
            missing.add("no context: AT+CGSOCKCONT, AT+CSOCKSETPN");
        }
        return missing.isEmpty() ? null : String.join("; ", missing);
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

    private Reply begin(MailOperation begun, Terminal terminal, OutgoingMail mail) throws NetworkException {
        Bearer bearer = modem.part(Bearer.class);
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
        operation = begun;
        answer = new CompletableFuture<>();
        origin = terminal;
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
        MailOperation ended = operation;
        end();
        if (outcome.code() == SmtpCode.SUCCESS) {
            clearMail();
            ended.succeeded(outcome.line(), outcome.cause());
        } else {
            ended.failed(outcome.line(), outcome.cause());
        }
        if (unanswered && origin.attached()) {
            waiting.complete(Response.error(outcome.line()));
        } else {
            modem.terminals().report(origin, outcome.line());
        }
    }

    private void end() {
        session.stop();
        session = null;
        answer = null;
        operation = null;
        state = State.IDLE;
        modem.part(Conflicts.class).end(Conflicts.Service.SMTP);
    }

    private static Response refuse(MailOperation refused, SmtpOutcome outcome) {
        refused.failed(outcome.line(), outcome.cause());
        return Response.error(outcome.line());
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
