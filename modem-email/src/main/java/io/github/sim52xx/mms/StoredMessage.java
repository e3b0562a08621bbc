package io.github.sim52xx.mms;

import io.github.sim52xx.mms.pdu.InvalidPduException;
import io.github.sim52xx.mms.pdu.Message;
import io.github.sim52xx.mms.pdu.ReceivedPdu;

/**
 * A message that is not edited any more.
 *
 * @param pdu the message as the centre has sent it or would get it
 */
public record StoredMessage(Kind kind, Message message, byte[] pdu) {

    /** In the order of the device's numbers. */
    public enum Kind {
        RECEIVED,
        SENT,
        UNSENT
    }

    /** @throws InvalidPduException if {@code pdu} is no message */
    static StoredMessage of(Kind kind, byte[] pdu) throws InvalidPduException {
        return new StoredMessage(kind, ReceivedPdu.decode(pdu).message(), pdu);
    }
}
