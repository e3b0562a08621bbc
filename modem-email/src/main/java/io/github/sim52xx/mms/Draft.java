package io.github.sim52xx.mms;

import io.github.sim52xx.mms.pdu.Message;
import io.github.sim52xx.mms.pdu.MessagePart;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The message that is being edited. Confined to the modem's thread. */
public final class Draft {

    private static final int PER_KIND = 20;

    private final Map<RecipientKind, List<String>> recipients = new EnumMap<>(RecipientKind.class);
    private final List<MessagePart> parts = new ArrayList<>();
    private String title = "";
    private Instant sent;

    Draft() {
        for (RecipientKind kind : RecipientKind.values()) {
            recipients.put(kind, new ArrayList<>());
        }
    }

    public List<String> recipients(RecipientKind kind) {
        return recipients.get(kind);
    }

    /** False if there are twenty already. */
    public boolean add(RecipientKind kind, String address) {
        List<String> list = recipients.get(kind);
        if (list.size() == PER_KIND) {
            return false;
        }
        changed();
        return list.add(address);
    }

    /** False if it is not among them. */
    public boolean remove(RecipientKind kind, String address) {
        changed();
        return recipients.get(kind).remove(address);
    }

    public void clear(RecipientKind kind) {
        changed();
        recipients.get(kind).clear();
    }

    public List<MessagePart> parts() {
        return parts;
    }

    void add(MessagePart part) {
        changed();
        parts.add(part);
    }

    /** False if there is no such part. */
    public boolean removePart(int index) {
        if (index >= parts.size()) {
            return false;
        }
        changed();
        parts.remove(index);
        return true;
    }

    void setTitle(String value) {
        changed();
        title = value;
    }

    void sent(Instant when) {
        sent = when;
    }

    StoredMessage.Kind kind() {
        return sent == null ? StoredMessage.Kind.UNSENT : StoredMessage.Kind.SENT;
    }

    /** @param more one more recipient, or null */
    Message message(String more) {
        List<String> to = new ArrayList<>(recipients.get(RecipientKind.TO));
        if (more != null) {
            to.add(more);
        }
        return new Message(
                "", to, recipients.get(RecipientKind.CC), recipients.get(RecipientKind.BCC), sent, title, parts);
    }

    private void changed() {
        sent = null;
    }
}
