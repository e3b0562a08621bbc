package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.socket.Closing;
import io.github.sim52xx.net.socket.TcpLink;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * A TCP connection as a link. What it receives is told to the DTE as {@link Reports} have it, or goes through as it is
 * while the link is {@link Transparent}; its end is told behind everything that came before. Confined to the modem's
 * thread.
 */
public final class StreamLink implements Link, TcpLink.Owner {

    private final Modem modem;
    private final Links links;
    private final int number;
    private final TcpLink tcp;
    private final HostPort remote;
    private final int server;
    private final Incoming incoming;
    /** Lines that are told before anything else, or after everything else. */
    private final Queue<String> lines = new ArrayDeque<>(1);

    private Transparent transparent;
    private Delivery sending;
    private Closing ended;
    private boolean endTold;
    private boolean finishing;
    private Runnable finished = () -> {};

    /** @param origin the terminal that opened it */
    StreamLink(Modem modem, Links links, int number, TcpLink tcp, HostPort remote, int server, Terminal origin) {
        this.modem = modem;
        this.links = links;
        this.number = number;
        this.tcp = tcp;
        this.remote = remote;
        this.server = server;
        incoming = new Incoming(modem, origin, this::next);
    }

    /** Begins to report, with {@code opening} first if it is not null. */
    void begin(String opening) {
        if (opening != null) {
            lines.add(opening);
            incoming.available();
        }
        tcp.listen(this);
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public HostPort remote() {
        return remote;
    }

    @Override
    public HostPort local() {
        return Links.shown(tcp.local());
    }

    @Override
    public int server() {
        return server;
    }

    @Override
    public long sent() {
        return tcp.sent();
    }

    @Override
    public long received() {
        return tcp.received();
    }

    /** True if there is nothing left to tell of it. */
    boolean isEndTold() {
        return endTold && lines.isEmpty();
    }

    public boolean isOpen() {
        return ended == null;
    }

    @Override
    public int available() {
        return tcp.available();
    }

    /** The first of them, at most {@code max}. */
    public byte[] read(int max) {
        return tcp.read(max);
    }

    /** The next piece of what has been received, as the settings want it told. */
    public Chunk chunk() {
        return links.chunk(number, remote, tcp.read(Links.MAX_CHUNK));
    }

    /** Something is to be told that {@link Reports} know of. */
    public void report() {
        incoming.available();
    }

    // ---- sending

    /** True while a former {@link #send} has not been decided. */
    public boolean isSending() {
        return sending != null;
    }

    /**
     * Sends bytes; tells how many of them the connection has taken: all, 0 if the peer takes nothing however often that
     * is tried, or -1 if the connection is over.
     */
    public CompletableFuture<Integer> send(byte[] bytes) {
        return deliver(new Sending(modem, tcp, bytes));
    }

    /**
     * Sends as many of the bytes as the connection has room for; tells how many that were, or -1 if the connection is
     * over. If it takes none as long as +CIPTIMEOUT allows, it is given up.
     */
    public CompletableFuture<Integer> offer(byte[] bytes) {
        return deliver(new Offer(modem, tcp, bytes));
    }

    private CompletableFuture<Integer> deliver(Delivery begun) {
        sending = begun;
        if (finishing) {
            begun.fail();
        } else {
            begun.begin();
        }
        return begun.outcome().thenApply(count -> {
            sending = null;
            return count;
        });
    }

    // ---- transparent mode

    /** The session that takes the link's data as it is from now on. */
    public Transparent transparent() {
        transparent = new Transparent(modem, this, tcp);
        return transparent;
    }

    @Override
    public boolean isTransparent() {
        return transparent != null;
    }

    /** The transparent session is over, and with it the connection. */
    void commandMode() {
        transparent = null;
        lines.addAll(links.reports().ended(this, ended));
        lines.add("CLOSED");
        endTold = true;
        // The terminal takes commands already: its DTE is to know that.
        incoming.urgent();
    }

    // ---- the end

    @Override
    public void close() {
        if (endTold && !lines.isEmpty()) {
            // That the data mode is over is told, whoever closes what has ended.
            return;
        }
        stop();
        if (ended == null) {
            ended = Closing.LOCAL;
            failSending();
            tcp.close();
            links.ended(this, ended);
        }
        if (transparent != null) {
            Transparent session = transparent;
            transparent = null;
            session.leave();
        }
    }

    @Override
    public void stop() {
        incoming.stop();
        endTold = true;
        links.told(this);
    }

    /** True if it only waits for its peer's FIN. */
    public boolean isFinishing() {
        return finishing && ended == null;
    }

    /** Sends FIN, and runs {@code done} when the peer has sent its own. Nothing more of the link is told. */
    public void finish(Runnable done) {
        stop();
        finishing = true;
        finished = done;
        tcp.finish();
    }

    private void failSending() {
        if (sending != null) {
            sending.fail();
        }
    }

    // ---- the connection

    @Override
    public void readable() {
        if (transparent != null) {
            transparent.readable();
        } else {
            incoming.available();
        }
    }

    @Override
    public void writable() {
        if (transparent != null) {
            transparent.writable();
        } else if (sending != null) {
            sending.retry();
        }
    }

    @Override
    public void sentAll() {
        if (sending != null) {
            sending.sentAll();
        }
    }

    @Override
    public void closed(Closing how) {
        if (ended != null) {
            return;
        }
        // The peer's FIN only answers the modem's own.
        ended = finishing && how == Closing.REMOTE ? Closing.LOCAL : how;
        failSending();
        links.ended(this, ended);
        finished.run();
        if (transparent != null) {
            transparent.closed();
        } else {
            incoming.available();
        }
    }

    private Chunk next() {
        if (transparent != null) {
            return null;
        }
        Chunk chunk = lines.isEmpty() && tcp.available() > 0 ? links.reports().arrived(this) : null;
        if (chunk != null) {
            return chunk;
        }
        if (ended != null && !endTold) {
            endTold = true;
            lines.addAll(links.reports().ended(this, ended));
        }
        String line = lines.poll();
        if (line == null && endTold) {
            links.told(this);
        }
        return line == null ? null : Chunk.of(line);
    }
}
