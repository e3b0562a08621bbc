package io.github.sim52xx.net.socket;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.Carried;
import io.github.sim52xx.net.fault.Direction;
import io.github.sim52xx.net.fault.FaultyPath;
import io.github.sim52xx.net.fault.Lane;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.transport.socket.SocketSessionConfig;
import org.apache.mina.transport.socket.nio.NioSession;

/**
 * A TCP connection of the modem. What arrives waits here for its owner, and the peer is held back when much of it does;
 * what is sent waits here for the peer, and {@link #isFull} says when that is much. Methods are called on the modem's
 * thread, and so are those of the owner; what MINA calls is package-private and comes from MINA's thread.
 */
public final class TcpLink implements Carried {

    /** Hears of the connection. */
    public interface Owner {
        /** There is something to {@link TcpLink#read}. */
        void readable();

        /** The connection is not full any more. */
        void writable();

        /** Everything has been sent; asked for by {@link TcpLink#tellWhenSent}. */
        default void sentAll() {}

        /** It is over; what has been received can still be read. Not called after {@link TcpLink#close}. */
        void closed(Closing how);
    }

    /** Much, in either direction. */
    static final int HIGH_WATER = 64 * 1024;

    private static final int LOW_WATER = HIGH_WATER / 4;
    /** How long a closed connection may take to get rid of what is still to be sent. */
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final Modem modem;
    private final Bearer bearer;
    private final NioSession session;
    private final InetSocketAddress local;
    private final InetSocketAddress remote;
    private final Inbound inbound = new Inbound();
    final Traffic traffic;
    private final FaultyPath path;
    private final Lane uplink;
    private final Lane downlink;
    private Owner owner;
    private boolean open = true;
    /** Reading is suspended; guarded by {@link #inbound}. */
    private boolean held;
    /** The owner waits for {@link Owner#writable}. */
    private volatile boolean full;
    /** Nothing more is sent. */
    private volatile boolean finished;
    /** The owner waits for {@link Owner#sentAll}. */
    private volatile boolean watched;
    /** Sending has found out that the peer has gone; the socket tells that once. */
    private volatile boolean broken;

    TcpLink(Modem modem, Bearer bearer, NioSession session) {
        this.modem = modem;
        this.bearer = bearer;
        this.session = session;
        traffic = new Traffic(modem, bearer.channel("TCP"), inbound);
        local = (InetSocketAddress) session.getLocalAddress();
        remote = (InetSocketAddress) session.getRemoteAddress();
        path = bearer.faults().path(this::cut);
        uplink = new Lane(modem, path, Direction.UPLINK, this::transmit, this::checkWritable);
        downlink = new Lane(modem, path, Direction.DOWNLINK, bytes -> keep(ByteBuffer.wrap(bytes)), () -> {});
        path.listen(this::checkSent);
        bearer.carry(this);
    }

    /** Runs {@code task} when the modem may know of the connection. */
    void begin(Runnable task) {
        downlink.behind(task);
    }

    /** Says who hears of the connection from now on, of what has already arrived too. */
    public void listen(Owner listener) {
        owner = listener;
        if (available() > 0) {
            owner.readable();
        }
    }

    public InetSocketAddress local() {
        return local;
    }

    public InetSocketAddress remote() {
        return remote;
    }

    public boolean isOpen() {
        return open;
    }

    /** Bytes sent so far. */
    public long sent() {
        return traffic.sent();
    }

    /** Bytes that the owner has read so far. */
    public long received() {
        return traffic.read();
    }

    /** Bytes that can be read. */
    public int available() {
        traffic.seen();
        return inbound.size();
    }

    /** The first of the bytes that have arrived, at most {@code max}; empty if there are none. */
    public byte[] read(int max) {
        traffic.seen();
        inbound.looked();
        byte[] bytes = inbound.take(max);
        traffic.read(bytes.length);
        synchronized (inbound) {
            if (held && inbound.size() + downlink.waiting() <= LOW_WATER) {
                held = false;
                session.resumeRead();
            }
        }
        return bytes;
    }

    /**
     * Sends bytes, which are the link's from now on. It takes them even when it {@link #isFull}; who goes on
     * nevertheless fills the memory.
     */
    public void send(byte[] bytes) {
        if (!open) {
            return;
        }
        traffic.sent(ByteBuffer.wrap(bytes));
        if (uplink.isClear()) {
            transmit(bytes);
        } else {
            delay(bytes);
        }
    }

    /** As {@link #send(byte[])}; takes all bytes out of the buffer, which stays the caller's. */
    public void send(ByteBuffer bytes) {
        if (open) {
            traffic.sent(bytes);
            if (!uplink.isClear()) {
                delay(rest(bytes));
            } else if (transmitNow(bytes)) {
                queue(ByteBuffer.wrap(rest(bytes)));
            }
        }
        bytes.position(bytes.limit());
    }

    private void delay(byte[] bytes) {
        uplink.put(bytes);
        full = backlog() > HIGH_WATER;
    }

    private void transmit(byte[] bytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        if (transmitNow(all)) {
            queue(all);
        }
    }

    /** Sends what the peer's window has room for; true if there is a rest. */
    private boolean transmitNow(ByteBuffer bytes) {
        if (session.getScheduledWriteBytes() == 0) {
            try {
                session.getChannel().write(bytes);
            } catch (IOException e) {
                broken = true;
                session.closeNow();
                return false;
            }
        }
        return bytes.hasRemaining();
    }

    private void queue(ByteBuffer rest) {
        session.write(IoBuffer.wrap(rest));
        full = backlog() > HIGH_WATER;
        checkWritable();
    }

    private static byte[] rest(ByteBuffer bytes) {
        byte[] rest = new byte[bytes.remaining()];
        bytes.get(rest);
        return rest;
    }

    /** Sends nothing more, and tells the peer so. What it still sends arrives. */
    public void finish() {
        uplink.behind(() -> {
            finished = true;
            finishIfSent();
        });
    }

    /** How many bytes can be sent until it {@link #isFull}. */
    public int room() {
        return (int) Math.max(0, HIGH_WATER + 1 - backlog());
    }

    /** Calls {@link Owner#sentAll} when all has been sent, at once if it has. */
    public void tellWhenSent() {
        if (backlog() == 0 && !path.isHeld()) {
            owner.sentAll();
        } else {
            watched = true;
            checkSent();
        }
    }

    /** Bytes that have been sent but that the peer has not taken. */
    public long backlog() {
        return uplink.waiting() + session.getScheduledWriteBytes();
    }

    /** True if enough waits for the peer; {@link Owner#writable} comes when that has changed. */
    public boolean isFull() {
        return full;
    }

    /** Switches TCP's keep-alive on: probes after so many idle minutes, given up after so many tries. */
    public void keepAlive(int idleMinutes, int tries) throws IOException {
        KeepAlive.set((SocketChannel) session.getChannel(), idleMinutes, tries);
    }

    /** Closes the connection when all has been sent. */
    public void close() {
        if (end(Closing.LOCAL)) {
            linger();
        }
    }

    private void linger() {
        uplink.behind(() -> {
            path.close();
            session.closeOnFlush();
        });
        Time.Timer impatience = modem.timers().after(LINGER, this::discard);
        session.getCloseFuture().addListener(closed -> impatience.cancel());
    }

    /** Gives up: what has not been sent is lost, and the owner hears {@code how}. */
    public void abort(Closing how) {
        if (end(how)) {
            discard();
            owner.closed(how);
        }
    }

    @Override
    public void lose() {
        if (end(Closing.NETWORK_LOST)) {
            discard();
            if (owner != null) {
                owner.closed(Closing.NETWORK_LOST);
            }
        }
    }

    /** What is on its way is lost. */
    private void discard() {
        uplink.drop();
        downlink.drop();
        path.close();
        session.closeNow();
    }

    /** The connection breaks on its way. */
    private void cut(boolean reset) {
        if (end(Closing.RESET)) {
            if (reset) {
                ((SocketSessionConfig) session.getConfig()).setSoLinger(0);
                discard();
            } else {
                uplink.drop();
                downlink.drop();
                session.closeOnFlush();
            }
            if (owner != null) {
                owner.closed(Closing.RESET);
            }
        }
    }

    /** True if it was open until now. */
    private boolean end(Closing how) {
        boolean was = open;
        open = false;
        // MINA's thread may still be reading; nothing is told behind the end.
        inbound.complete();
        bearer.closed(this);
        if (was) {
            // The peer's FIN may only answer the modem's own.
            traffic.closed(finished && how == Closing.REMOTE ? Closing.LOCAL : how);
        }
        return was;
    }

    // ---- MINA's thread

    void arrived(ByteBuffer bytes) {
        traffic.arrived(bytes);
        if (downlink.isClear()) {
            keep(bytes);
        } else {
            byte[] late = new byte[bytes.remaining()];
            bytes.get(late);
            downlink.put(late);
        }
        synchronized (inbound) {
            if (!held && inbound.size() + downlink.waiting() > HIGH_WATER) {
                held = true;
                session.suspendRead();
            }
        }
    }

    private void keep(ByteBuffer bytes) {
        if (inbound.put(bytes)) {
            modem.execute(() -> {
                traffic.seen();
                if (owner != null) {
                    owner.readable();
                }
            });
        }
    }

    void checkWritable() {
        if (full && backlog() <= LOW_WATER) {
            full = false;
            modem.execute(() -> {
                if (open && owner != null) {
                    owner.writable();
                }
            });
        }
    }

    void checkSent() {
        if (watched && backlog() == 0 && !path.isHeld()) {
            watched = false;
            modem.execute(() -> {
                if (open && owner != null) {
                    owner.sentAll();
                }
            });
        }
    }

    /** All that has been sent so far has left. */
    void finishIfSent() {
        if (finished && session.getScheduledWriteBytes() == 0) {
            try {
                ((SocketChannel) session.getChannel()).shutdownOutput();
            } catch (IOException e) {
                session.closeNow();
            }
        }
    }

    void ended(Closing how) {
        Closing seen = broken ? Closing.RESET : how;
        downlink.behind(() -> {
            if (end(seen)) {
                if (session.isConnected()) {
                    // A peer that sends nothing more still takes what is on its way to it.
                    linger();
                } else {
                    discard();
                }
                if (owner != null) {
                    owner.closed(seen);
                }
            }
        });
    }
}
