package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.Circuits;
import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.transport.socket.nio.NioSession;

/**
 * A terminal on a TCP connection, raw or with RFC 2217, as the client's {@link FirstBytes} have it. Output goes straight
 * into the socket while the socket takes it, and only then into MINA's queue: an answer that fits costs one system call.
 * Receiving is for one thread at a time; everything else may come from any thread.
 */
final class SessionLink implements DteLink, Rfc2217.Wire {

    private static final long LOW_WATER = 16 * 1024;

    private final NioSession session;
    private final Withheld withheld = new Withheld();
    private DteInput input;
    /** Null once it is known what the client speaks. */
    private FirstBytes firstBytes = new FirstBytes();
    /** Null on a raw connection. */
    private volatile Rfc2217 serialPort;

    private volatile Circuits circuits = Circuits.OFF;
    private Runnable drained;

    SessionLink(NioSession session) {
        this.session = session;
    }

    void input(DteInput attached) {
        input = attached;
    }

    /** Bytes from the client. */
    void received(ByteBuffer bytes) {
        if (firstBytes != null) {
            decide(bytes);
        }
        if (bytes.hasRemaining()) {
            handOver(bytes);
        }
    }

    private void decide(ByteBuffer bytes) {
        FirstBytes.Verdict verdict = firstBytes.look(bytes);
        if (verdict == FirstBytes.Verdict.RFC2217) {
            serialPort = new Rfc2217(this, input, circuits);
            // What has changed since then is told again.
            serialPort.circuits(circuits);
        }
        if (verdict != FirstBytes.Verdict.UNDECIDED) {
            decided();
        }
    }

    private void decided() {
        byte[] before = firstBytes.kept();
        firstBytes = null;
        if (before.length > 0) {
            handOver(ByteBuffer.wrap(before));
        }
    }

    private void handOver(ByteBuffer bytes) {
        if (serialPort == null) {
            input.receive(bytes);
        } else {
            serialPort.receive(bytes);
        }
    }

    /** The client sends nothing more. */
    void inputEnded() {
        if (firstBytes != null) {
            decided();
        }
        input.inputEnded();
    }

    /** The connection is gone. */
    void closed() {
        input.closed();
        withheld.purge();
        checkDrained();
    }

    /** Data from the modem. */
    @Override
    public void send(byte[] bytes) {
        if (serialPort == null) {
            write(bytes);
        } else if (!withheld.keeps(bytes)) {
            command(Telnet.escaped(bytes));
        }
    }

    /** What RFC 2217 has to say comes between whole answers of the modem: two threads may have something to say. */
    @Override
    public synchronized void command(byte[] bytes) {
        write(bytes);
    }

    @Override
    public void suspend(boolean on) {
        if (on) {
            withheld.begin();
        } else {
            withheld.end(bytes -> command(Telnet.escaped(bytes)));
            checkDrained();
        }
    }

    @Override
    public void purge() {
        withheld.purge();
        checkDrained();
    }

    @Override
    public boolean hasCircuits() {
        return serialPort != null;
    }

    @Override
    public void circuits(Circuits now) {
        circuits = now;
        if (serialPort != null) {
            serialPort.circuits(now);
        }
    }

    private void write(byte[] bytes) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        if (session.getScheduledWriteBytes() == 0) {
            try {
                session.getChannel().write(rest);
            } catch (IOException e) {
                session.closeNow();
                return;
            }
        }
        if (rest.hasRemaining()) {
            session.write(IoBuffer.wrap(rest));
        }
    }

    @Override
    public long backlog() {
        return session.getScheduledWriteBytes() + (serialPort == null ? 0 : withheld.size());
    }

    @Override
    public void whenDrained(Runnable task) {
        synchronized (this) {
            drained = task;
        }
        checkDrained();
    }

    /** MINA has sent something, or the connection is gone. */
    void checkDrained() {
        Runnable task;
        synchronized (this) {
            if (drained == null || session.isActive() && backlog() > LOW_WATER) {
                return;
            }
            task = drained;
            drained = null;
        }
        task.run();
    }

    @Override
    public void holdInput(boolean hold) {
        if (hold) {
            session.suspendRead();
        } else {
            session.resumeRead();
        }
    }

    @Override
    public void close() {
        session.closeOnFlush();
    }
}
