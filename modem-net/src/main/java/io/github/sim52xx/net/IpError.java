package io.github.sim52xx.net;

import io.github.sim52xx.at.Response;

/**
 * What can stand behind {@code +IP ERROR: }, as a text or as a number (manual 18.37). The numbers are those of the
 * newer modules, of which some have been seen on real ones; 22 would be a second {@link #PORT_OVERFLOW}. Texts that have
 * no number there share {@value #OTHER}.
 */
public enum IpError {
    CONNECTION_TIME_OUT(0, "Connection time out"),
    BIND_PORT_FAILED(1, "Bind port failed"),
    PORT_OVERFLOW(2, "Port overflow"),
    CREATE_SOCKET_FAILED(3, "Create socket failed"),
    NETWORK_ALREADY_OPENED(4, "Network is already opened"),
    NETWORK_ALREADY_CLOSED(5, "Network is already closed"),
    NO_CLIENTS_CONNECTED(6, "No clients connected"),
    NO_ACTIVE_CLIENT(7, "No active client"),
    NETWORK_NOT_OPENED(8, "Network not opened"),
    CLIENT_INDEX_OVERFLOW(9, "Client index overflow"),
    CONNECTION_ALREADY_CREATED(10, "Connection is already created"),
    CONNECTION_NOT_CREATED(11, "Connection is not created"),
    INVALID_PARAMETER(12, "Invalid parameter"),
    OPERATION_NOT_SUPPORTED(13, "Operation not supported"),
    DNS_QUERY_FAILED(14, "DNS query failed"),
    TCP_BUSY(15, "TCP busy"),
    NETCLOSE_FAILED_FOR_SOCKET_OPENED(16, "Netclose failed for socket opened"),
    SENDING_TIME_OUT(17, "Sending time out"),
    SENDING_FAILURE(18, "Sending failure for network error"),
    OPEN_FAILURE(19, "Open failure for network error"),
    SERVER_ALREADY_LISTENING(20, "Server is already listening"),
    NO_DATA(21, "No data"),
    CONNECT_FAIL(IpError.OTHER, "Connect fail"),
    CONNECTION_DISCONNECTED(IpError.OTHER, "Connection disconnected"),
    SOCKET_CLOSED(IpError.OTHER, "Socket closed");

    /** The newer modules' number for an unknown error. */
    private static final int OTHER = 255;

    private final int number;
    private final String text;

    IpError(int number, String text) {
        this.number = number;
        this.text = text;
    }

    public int number() {
        return number;
    }

    public String text() {
        return text;
    }

    /** {@code +IP ERROR: Network not opened}, or with +CIPCCFG's errMode 0 {@code +IP ERROR: 8}. */
    public String line(SocketSettings settings) {
        return "+IP ERROR: " + (settings.numericErrors() ? Integer.toString(number) : text);
    }

    /** That line and ERROR. */
    public Response response(SocketSettings settings) {
        return Response.error(line(settings));
    }
}
