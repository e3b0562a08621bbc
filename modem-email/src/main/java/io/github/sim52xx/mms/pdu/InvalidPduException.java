package io.github.sim52xx.mms.pdu;

import java.io.IOException;

/** Bytes that are no message. */
public final class InvalidPduException extends IOException {

    InvalidPduException(String message) {
        super(message);
    }
}
