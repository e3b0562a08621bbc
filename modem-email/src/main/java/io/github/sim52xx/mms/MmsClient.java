package io.github.sim52xx.mms;

import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.email.MailOperation;
import io.github.sim52xx.mms.http.HttpAddress;
import io.github.sim52xx.mms.http.HttpRequest;
import io.github.sim52xx.mms.pdu.Message;
import io.github.sim52xx.mms.pdu.MessagePart;
import io.github.sim52xx.mms.pdu.SendRequest;
import io.github.sim52xx.modem.Conflicts;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.NetworkException;
import io.github.sim52xx.net.PacketDomain;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The MMS client of the modem: the message in its memory, edited or fetched, the mailbox, and at most one exchange with
 * the centre. AT+CMMSSEND and AT+CMMSRECV are answered with OK when the exchange begins; how it ended follows as {@code
 * +CMMSSEND:<err>} or {@code +CMMSRECV:<err>}, 0 for success (manual 21.24.1). Confined to the modem's thread.
 */
public final class MmsClient implements Part {

    /** For a whole exchange; the manual names none. */
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Modem modem;
    private final MmsSettings settings;
    private final Mailbox mailbox;
    private Draft draft;
    private StoredMessage stored;
    private MmsTask task;
    private Time.Timer timer;
    private int transactions;

    public MmsClient(Modem modem) {
        this.modem = modem;
        settings = new MmsSettings(modem.settings());
        mailbox = new Mailbox(modem.memory());
    }

    // ---- the message in memory

    public boolean isEditing() {
        return draft != null;
    }

    /** +CMMSEDIT: a new message begins, or the one that was edited goes. */
    public void edit(boolean on) {
        if (on != isEditing()) {
            draft = on ? new Draft() : null;
            stored = null;
        }
    }

    /** Null outside of the edit mode. */
    public Draft draft() {
        return draft;
    }

    /** Why nothing can be edited at the moment; null if it can. */
    public CmeError whyNotEditable() {
        if (task != null) {
            return CmeError.MMS_TASK_IS_BUSY_NOW;
        }
        return isEditing() ? null : CmeError.MMS_ITS_NOT_ALLOWED_TO_EDIT_NOW;
    }

    /** True while the centre is being spoken to. */
    public boolean isBusy() {
        return task != null;
    }

    /** What is in memory; null if nothing is. */
    public StoredMessage current() {
        if (draft == null) {
            return stored;
        }
        Message message = draft.message(null);
        return message.isEmpty() && message.to().isEmpty()
                ? null
                : new StoredMessage(draft.kind(), message, encode(null));
    }

    /** Takes a kept message into memory, unless another one is being edited there. */
    public void load(StoredMessage message) {
        if (!isEditing()) {
            stored = message;
        }
    }

    /** True if so many bytes more would be too many. */
    public boolean isTooLarge(int more) {
        return encode(null).length + more > settings.maxPdu();
    }

    /** False if the message would be too large with it. */
    public boolean add(MessagePart part) {
        draft.add(part);
        if (!isTooLarge(0)) {
            return true;
        }
        draft.removePart(draft.parts().size() - 1);
        return false;
    }

    public void setTitle(String title) {
        draft.setTitle(title);
    }

    /** Bytes that a message may have. */
    public int maxPdu() {
        return settings.maxPdu();
    }

    public Mailbox mailbox() {
        return mailbox;
    }

    // ---- the centre

    /** +CMMSSEND. @param recipient one more than those of the message, or null */
    public Reply send(Terminal terminal, String recipient) {
        MailOperation begun = new MailOperation(modem, "AT+CMMSSEND");
        if (modem.part(Conflicts.class).forbid(Conflicts.Service.MMS)) {
            return begun.refused("mail is in use");
        }
        CmeError obstacle = whyNotEditable();
        if (obstacle != null) {
            return refuse(begun, obstacle, obstacle.text());
        }
        if (recipient == null
                && draft.recipients(RecipientKind.TO).isEmpty()
                && draft.recipients(RecipientKind.CC).isEmpty()
                && draft.recipients(RecipientKind.BCC).isEmpty()) {
            return refuse(begun, CmeError.MMS_THERE_IS_NO_RECEIVER, "no recipient: AT+CMMSRECP");
        }
        if (draft.message(null).isEmpty()) {
            return refuse(begun, CmeError.MMS_NO_CONTENT_IN_THE_BUFFER, "no content: AT+CMMSDOWN");
        }
        byte[] pdu = encode(recipient);
        if (pdu.length > settings.maxPdu()) {
            return refuse(begun, CmeError.MMS_THE_DATA_IS_OVER_SIZE, "larger than AT+CMMSSYSSET allows");
        }
        HttpAddress centre = settings.centre();
        if (centre == null) {
            return refuse(begun, CmeError.MMS_INVALID_PARAMETER, "no centre: AT+CMMSCURL");
        }
        return begin(begun, "+CMMSSEND:", terminal, centre, pdu, outcome -> {
            if (outcome.error() == null && draft != null) {
                draft.sent(modem.clock().dateTime().toInstant());
            }
        });
    }

    /** +CMMSRECV. */
    public Reply receive(Terminal terminal, HttpAddress location) {
        MailOperation begun = new MailOperation(modem, "AT+CMMSRECV");
        if (modem.part(Conflicts.class).forbid(Conflicts.Service.MMS)) {
            return begun.refused("mail is in use");
        }
        if (isBusy()) {
            return refuse(begun, CmeError.MMS_TASK_IS_BUSY_NOW, "another task is under way");
        }
        if (isEditing()) {
            return refuse(begun, CmeError.MMS_ITS_BUSY_EDITING_NOW, "a message is being edited: AT+CMMSEDIT=0");
        }
        return begin(begun, "+CMMSRECV:", terminal, location, null, outcome -> {
            if (outcome.received() != null) {
                stored = outcome.received();
            }
        });
    }

    @Override
    public void powerOff() {
        if (isBusy()) {
            end();
        }
        draft = null;
        stored = null;
    }

    private byte[] encode(String recipient) {
        return SendRequest.encode(
                draft.message(recipient), settings.options(), modem.clock().stamp() + transactions);
    }

    private Reply begin(
            MailOperation begun,
            String report,
            Terminal terminal,
            HttpAddress address,
            byte[] body,
            Consumer<MmsOutcome> effect) {
        if (!settings.isHttp()) {
            return refuse(begun, CmeError.MMS_NETWORK_ERROR, "no WAP 1 gateway here: AT+CMMSPROTO=1");
        }
        if (!modem.part(PacketDomain.class).hasSocketContext()) {
            return refuse(begun, CmeError.MMS_NETWORK_ERROR, "no context: AT+CGSOCKCONT, AT+CSOCKSETPN");
        }
        HttpAddress proxy = settings.proxy();
        HttpRequest request = new HttpRequest(address, proxy != null, settings.headerFields(body != null), body);
        try {
            MmsTask[] self = new MmsTask[1];
            self[0] = new MmsTask(
                    modem.part(Bearer.class).socket("MMS"),
                    proxy == null ? address : proxy,
                    request,
                    outcome -> modem.execute(() -> {
                        if (self[0] == task) {
                            end();
                            effect.accept(outcome);
                            tell(begun, report + outcome.code(), outcome);
                            modem.terminals().report(terminal, report + outcome.code());
                        }
                    }));
            task = self[0];
        } catch (NetworkException e) {
            return refuse(begun, CmeError.MMS_NETWORK_ERROR, e.getMessage());
        }
        transactions++;
        modem.part(Conflicts.class).begin(Conflicts.Service.MMS);
        timer = modem.timers().after(PATIENCE, task::expire);
        modem.blueprint().workers().execute(task);
        return Response.ok();
    }

    private void end() {
        timer.cancel();
        task.stop();
        task = null;
        modem.part(Conflicts.class).end(Conflicts.Service.MMS);
    }

    private static void tell(MailOperation ended, String code, MmsOutcome outcome) {
        if (outcome.error() == null) {
            ended.succeeded(code, outcome.cause());
        } else {
            ended.failed(code, outcome.cause());
        }
    }

    private static Response refuse(MailOperation refused, CmeError error, String cause) {
        refused.failed(CmeError.PREFIX + error.number(), cause);
        return Response.of(error);
    }
}
