package io.github.sim52xx.net;

import io.github.sim52xx.at.Response;

/** The {@code <err>} of the newer socket commands (manual of 2014, 16.2): {@code +CIPOPEN: 0,11}. */
public enum SocketError {
    NONE(0),
    NETWORK_FAILURE(1),
    NETWORK_NOT_OPENED(2),
    WRONG_PARAMETER(3),
    NOT_SUPPORTED(4),
    CREATE_SOCKET_FAILED(5),
    BIND_FAILED(6),
    ALREADY_LISTENING(7),
    BUSY(8),
    SOCKETS_OPENED(9),
    TIMED_OUT(10),
    DNS_FAILED(11),
    UNKNOWN(255);

    private final int number;

    SocketError(int number) {
        this.number = number;
    }

    public int number() {
        return number;
    }

    /** What the DTE is told when a connection or a port has not come about. */
    public static SocketError of(NetworkException why) {
        return switch (why.reason()) {
            case UNKNOWN_HOST, NO_NAME_SERVER -> DNS_FAILED;
            case TIMED_OUT -> TIMED_OUT;
            case PORT_TAKEN -> BIND_FAILED;
            case NO_SERVICE, NOT_ALLOWED, REFUSED, UNREACHABLE, NOT_SECURED -> NETWORK_FAILURE;
        };
    }

    /** {@code +CIPOPEN: 0,4} and ERROR; {@code subject} is {@code +CIPOPEN: 0,} or what else stands before the number. */
    public Response response(String subject) {
        return Response.error(subject + number);
    }

    /** {@code +CIPERROR: 2} and ERROR. */
    public Response response() {
        return response("+CIPERROR: ");
    }
}
