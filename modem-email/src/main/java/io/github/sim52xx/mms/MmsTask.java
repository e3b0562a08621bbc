package io.github.sim52xx.mms;

import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.mms.http.HttpAddress;
import io.github.sim52xx.mms.http.HttpExchange;
import io.github.sim52xx.mms.http.HttpReply;
import io.github.sim52xx.mms.http.HttpRequest;
import io.github.sim52xx.mms.http.TooLargeException;
import io.github.sim52xx.mms.pdu.InvalidPduException;
import io.github.sim52xx.mms.pdu.ReceivedPdu;
import io.github.sim52xx.net.ModemSocket;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * One exchange with the MMS centre or its proxy. Runs on a worker and blocks there; {@link #stop} and {@link #expire}
 * may come from any thread and end it at once.
 */
final class MmsTask implements Runnable {

    /** No phone of that time took more. */
    static final int MAX_REPLY = 300 * 1024;

    /** The timer of the task sees to it. */
    private static final int NO_TIMEOUT = 0;

    private final ModemSocket socket;
    private final HttpAddress server;
    private final HttpRequest request;
    private final Consumer<MmsOutcome> finished;
    private volatile boolean expired;

    /**
     * @param socket not yet open
     * @param server where to connect to: the proxy, or the centre itself
     * @param finished called on the worker at the end, exactly once
     */
    MmsTask(ModemSocket socket, HttpAddress server, HttpRequest request, Consumer<MmsOutcome> finished) {
        this.socket = socket;
        this.server = server;
        this.request = request;
        this.finished = finished;
    }

    @Override
    public void run() {
        MmsOutcome outcome = MmsOutcome.failed(CmeError.MMS_UNKNOWN_ERROR_FOR_MMS, "a programming error");
        try {
            outcome = exchange();
        } finally {
            stop();
            finished.accept(outcome);
        }
    }

    /** Ends it. */
    void stop() {
        try {
            socket.close();
        } catch (IOException e) {
            // A socket that cannot be closed is as good as closed.
        }
    }

    /** Ends it because it has taken too long. */
    void expire() {
        expired = true;
        stop();
    }

    private MmsOutcome exchange() {
        try {
            socket.open(server.host(), server.port(), NO_TIMEOUT);
            HttpReply reply =
                    new HttpExchange(socket.getInputStream(), socket.getOutputStream(), MAX_REPLY).exchange(request);
            return request.body() == null ? retrieved(reply) : sent(reply);
        } catch (TooLargeException e) {
            return MmsOutcome.failed(CmeError.MMS_THE_DATA_IS_OVER_SIZE, e.getMessage());
        } catch (InvalidPduException e) {
            return MmsOutcome.failed(CmeError.MMS_INVALID_PDU, e.getMessage());
        } catch (IOException e) {
            return expired
                    ? MmsOutcome.failed(CmeError.MMS_THE_OPERATION_IS_OVERTIME, "the centre takes too long")
                    : MmsOutcome.failed(CmeError.MMS_NETWORK_ERROR, e.getMessage());
        }
    }

    private static MmsOutcome sent(HttpReply reply) throws InvalidPduException {
        if (!reply.isOk()) {
            return MmsOutcome.failed(CmeError.MMS_NETWORK_ERROR, reply.reason());
        }
        ReceivedPdu pdu = ReceivedPdu.decode(reply.body());
        if (!pdu.isSendConfirmation()) {
            return MmsOutcome.failed(CmeError.MMS_INVALID_PDU, "the reply is no M-Send.conf");
        }
        return pdu.isOk()
                ? new MmsOutcome(null, "sent", null)
                : MmsOutcome.failed(CmeError.MMS_UNKNOWN_ERROR_FOR_MMS, pdu.status());
    }

    private static MmsOutcome retrieved(HttpReply reply) throws InvalidPduException {
        if (!reply.isOk()) {
            return MmsOutcome.failed(CmeError.MMS_FAILED_TO_RECEIVE_MMS, reply.reason());
        }
        ReceivedPdu pdu = ReceivedPdu.decode(reply.body());
        if (!pdu.isRetrieved()) {
            return MmsOutcome.failed(CmeError.MMS_INVALID_PDU, "the reply is no M-Retrieve.conf");
        }
        return pdu.isOk()
                ? new MmsOutcome(
                        null, "received", new StoredMessage(StoredMessage.Kind.RECEIVED, pdu.message(), reply.body()))
                : MmsOutcome.failed(CmeError.MMS_FAILED_TO_RECEIVE_MMS, pdu.status());
    }
}
