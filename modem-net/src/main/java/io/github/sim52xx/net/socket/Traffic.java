package io.github.sim52xx.net.socket;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Trace;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * What passes on a TCP connection: counted, told to the trace, and to a {@link SocketWitness} if there is one. Confined to
 * the modem's thread, but for {@link #arrived}.
 */
final class Traffic {

    private final Trace trace;
    private final String channel;
    private final Inbound inbound;
    private SocketWitness witness = SocketWitness.NONE;
    private long sent;
    private long read;

    Traffic(Modem modem, String channel, Inbound inbound) {
        trace = modem.blueprint().trace();
        this.channel = channel;
        this.inbound = inbound;
    }

    /** Says who hears of it from now on; returns the name of the connection. */
    String witnessedBy(SocketWitness hearer) {
        witness = hearer;
        return channel;
    }

    /** Is about to leave. */
    void sent(ByteBuffer bytes) {
        sent += bytes.remaining();
        trace(true, bytes);
        if (witness != SocketWitness.NONE) {
            int start = bytes.arrayOffset() + bytes.position();
            witness.sent(channel, Arrays.copyOfRange(bytes.array(), start, start + bytes.remaining()));
        }
    }

    /** So many bytes have been sent so far. */
    long sent() {
        return sent;
    }

    /** So many more bytes have been read. */
    void read(int more) {
        read += more;
    }

    /** So many bytes have been read so far. */
    long read() {
        return read;
    }

    /** Has arrived; on MINA's thread. */
    void arrived(ByteBuffer bytes) {
        trace(false, bytes);
    }

    /** The modem looks at what has arrived. */
    void seen() {
        if (witness != SocketWitness.NONE) {
            byte[] news = inbound.news();
            if (news.length > 0) {
                witness.came(channel, news);
            }
        }
    }

    void closed(Closing how) {
        witness.closed(channel, how);
    }

    private void trace(boolean sending, ByteBuffer bytes) {
        trace.bytes(channel, sending, bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
    }
}
