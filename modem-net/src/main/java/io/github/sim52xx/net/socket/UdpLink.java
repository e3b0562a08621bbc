package io.github.sim52xx.net.socket;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.Carried;
import io.github.sim52xx.net.fault.Direction;
import io.github.sim52xx.net.fault.FaultyPath;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.core.session.IoSessionRecycler;
import org.apache.mina.transport.socket.nio.NioDatagramAcceptor;

/**
 * A UDP port of the modem. Datagrams wait here for their owner, and are lost when too many do, as UDP has it. Methods
 * are called on the modem's thread, and so are those of the owner.
 */
public final class UdpLink implements Carried {

    /** Hears of the port. */
    public interface Owner {
        /** There is something to {@link UdpLink#receive}. */
        void readable();

        /** The network went away. */
        void lost();
    }

    /** Bytes of datagrams that wait; each counts as a hundred more than it has. */
    private static final int MOST_WAITING = 64 * 1024;

    private static final int OVERHEAD = 100;
    /** What does not fit would be cut off. */
    private static final int MOST = 65_507;

    private final Modem modem;
    private final Bearer bearer;
    private final Owner owner;
    private final SocketWitness witness;
    private final String channel;
    private final NioDatagramAcceptor acceptor;
    private final InetSocketAddress local;
    private final ArrayDeque<Datagram> waiting = new ArrayDeque<>(0);
    private final FaultyPath path;
    private int bytesWaiting;
    /** So many of the last datagrams the modem has not seen. */
    private int unseen;

    /** The owner is about to hear of what waits. */
    private boolean announced;

    private int bytesOnTheirWay;
    private boolean open = true;
    private long sent;
    private long received;

    UdpLink(Modem modem, Bearer bearer, InetSocketAddress address, SocketWitness witness, Owner owner)
            throws IOException {
        this.modem = modem;
        this.bearer = bearer;
        this.owner = owner;
        this.witness = witness;
        channel = bearer.channel("UDP");
        acceptor = new NioDatagramAcceptor(Transports.shared().threads());
        // The session of one datagram must not be another's: it is closed behind the first.
        acceptor.setSessionRecycler(IoSessionRecycler.NOOP);
        acceptor.getSessionConfig().setReadBufferSize(MOST);
        acceptor.setHandler(new Handler());
        try {
            acceptor.bind(address);
        } catch (IOException e) {
            acceptor.dispose();
            throw e;
        }
        local = acceptor.getLocalAddress();
        path = bearer.faults().path(reset -> {});
        bearer.carry(this);
    }

    public InetSocketAddress local() {
        return local;
    }

    public boolean isOpen() {
        return open;
    }

    /** Bytes sent so far. */
    public long sent() {
        return sent;
    }

    /** Bytes that the owner has received so far. */
    public long received() {
        return received;
    }

    /** Bytes that wait. */
    public synchronized int available() {
        see();
        return bytesWaiting - waiting.size() * OVERHEAD;
    }

    /** The oldest datagram that waits, or null. */
    public synchronized Datagram receive() {
        see();
        Datagram oldest = waiting.poll();
        if (oldest != null) {
            bytesWaiting -= oldest.bytes().length + OVERHEAD;
            received += oldest.bytes().length;
        }
        return oldest;
    }

    /** Sends a datagram. Where it gets to nobody knows. */
    public void send(InetSocketAddress target, byte[] bytes) {
        if (open) {
            sent += bytes.length;
            modem.blueprint().trace().bytes(channel, true, bytes, 0, bytes.length);
            witness.datagramSent(target, bytes);
            carry(Direction.UPLINK, bytes.length, () -> transmit(target, bytes));
        }
    }

    private void transmit(InetSocketAddress target, byte[] bytes) {
        IoSession session = acceptor.newSession(target, local);
        session.write(IoBuffer.wrap(bytes)).addListener(written -> session.closeNow());
    }

    /** A datagram arrives at once, late, or, on a way that stalls or has too many of them on it, never. */
    private void carry(Direction direction, int length, Runnable arrival) {
        if (path.isClear()) {
            arrival.run();
            return;
        }
        int size = length + OVERHEAD;
        if (!path.isHeld() && bytesOnTheirWay + size <= MOST_WAITING) {
            bytesOnTheirWay += size;
            modem.timers().after(path.transit(direction).plus(path.pace(length)), () -> {
                bytesOnTheirWay -= size;
                if (open) {
                    arrival.run();
                }
            });
        }
    }

    /** On any thread. */
    private void take(Datagram datagram) {
        if (keep(datagram)) {
            modem.blueprint().trace().bytes(channel, false, datagram.bytes(), 0, datagram.bytes().length);
            announce();
        }
    }

    public void close() {
        open = false;
        path.close();
        bearer.closed(this);
        // Waits until the port is free, which disposing of it does not.
        acceptor.unbind();
        acceptor.dispose();
    }

    @Override
    public void lose() {
        if (open) {
            close();
            owner.lost();
        }
    }

    /** The modem looks at what waits. */
    private synchronized void see() {
        if (unseen > 0 && witness != SocketWitness.NONE) {
            waiting.stream()
                    .skip(waiting.size() - unseen)
                    .forEach(news -> witness.datagramCame(
                            news.source(), bearer.resolver().seen(news.source()), news.bytes()));
        }
        unseen = 0;
    }

    /** False if there is no room. */
    private synchronized boolean keep(Datagram datagram) {
        int size = datagram.bytes().length + OVERHEAD;
        boolean fits = waiting.isEmpty() || bytesWaiting + size <= MOST_WAITING;
        if (fits) {
            waiting.add(datagram);
            unseen++;
            bytesWaiting += size;
        }
        return fits;
    }

    /**
     * On any thread, often MINA's. The modem may go on to close this port, which waits for that very thread: another one
     * has to tell it.
     */
    private synchronized void announce() {
        if (!announced) {
            announced = true;
            Transports.shared().threads().execute(() -> modem.execute(this::tell));
        }
    }

    private void tell() {
        synchronized (this) {
            announced = false;
            see();
        }
        if (open) {
            owner.readable();
        }
    }

    private final class Handler extends IoHandlerAdapter {

        @Override
        public void messageReceived(IoSession session, Object message) {
            InetSocketAddress source = (InetSocketAddress) session.getRemoteAddress();
            ByteBuffer content = ((IoBuffer) message).buf();
            byte[] bytes = new byte[content.remaining()];
            content.get(bytes);
            // MINA keeps a session for each source, of which there may be many.
            session.closeNow();
            if (!bearer.resolver().admits(source)) {
                return;
            }
            Datagram datagram = new Datagram(source, bytes);
            if (path.isClear()) {
                take(datagram);
            } else {
                Transports.shared()
                        .threads()
                        .execute(() ->
                                modem.execute(() -> carry(Direction.DOWNLINK, bytes.length, () -> take(datagram))));
            }
        }

        @Override
        public void exceptionCaught(IoSession session, Throwable cause) {
            // A datagram that could not be sent, or an ICMP message about one: UDP does not tell.
            session.closeNow();
        }
    }
}
