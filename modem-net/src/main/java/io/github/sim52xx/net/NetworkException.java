package io.github.sim52xx.net;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** A connection did not come about or was lost, and why. The message says it in one line. */
public final class NetworkException extends IOException {

    /** What went wrong. */
    public enum Reason {
        /** The modem is not registered, not attached, or has lost the network. */
        NO_SERVICE,
        /** No such name. */
        UNKNOWN_HOST,
        /** The name server does not answer. */
        NO_NAME_SERVER,
        /** --allow-net does not cover it. */
        NOT_ALLOWED,
        /** Nobody listens there. */
        REFUSED,
        /** No way leads there. */
        UNREACHABLE,
        /** No answer in time. */
        TIMED_OUT,
        /** The modem's own port cannot be had: it is in use, or below 1024 and not allowed. */
        PORT_TAKEN,
        /** TLS was wanted and has not come about. */
        NOT_SECURED
    }

    private final Reason reason;

    public NetworkException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why connecting to {@code asked} has failed with {@code cause}. */
    public static NetworkException of(Throwable cause, HostPort asked) {
        if (cause instanceof NetworkException known) {
            return known;
        }
        if (cause instanceof SocketTimeoutException) {
            return new NetworkException(Reason.TIMED_OUT, "no answer from " + asked);
        }
        if (cause instanceof NoRouteToHostException || cause instanceof UnknownHostException) {
            return new NetworkException(Reason.UNREACHABLE, "no way to " + asked);
        }
        if (cause instanceof ConnectException) {
            return new NetworkException(Reason.REFUSED, asked + " refuses the connection");
        }
        return new NetworkException(Reason.UNREACHABLE, asked + ": " + cause.getMessage());
    }

    public Reason reason() {
        return reason;
    }
}
