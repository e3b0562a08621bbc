package io.github.sim52xx.net;

import java.io.IOException;

/** A connection did not come about or was lost, and why. The message says it in one line. */
public final class NetworkException extends IOException {

    /** What went wrong. */
    public enum Reason {
        /** The modem is not registered, not attached, or has lost the network. */
        NO_SERVICE,
        /** No such name. */
        UNKNOWN_HOST,
        /** --allow-net does not cover it. */
        NOT_ALLOWED,
        /** Nobody listens there. */
        REFUSED,
        /** No way leads there. */
        UNREACHABLE,
        /** No answer in time. */
        TIMED_OUT,
        /** TLS was wanted and has not come about. */
        NOT_SECURED
    }

    private final Reason reason;

    public NetworkException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
