package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.transport.socket.nio.NioSession;

/**
 * A terminal on a TCP connection. Output goes straight into the socket while the socket takes it, and only then into
 * MINA's queue: an answer that fits costs one system call. Sends come one at a time (from the modem's thread);
 * everything else may come from any thread.
 */
final class SessionLink implements DteLink {

    private static final long LOW_WATER = 16 * 1024;

    private final NioSession session;
    private DteInput input;
    private Runnable drained;

    SessionLink(NioSession session) {
        this.session = session;
    }

    DteInput input() {
        return input;
    }

    void input(DteInput attached) {
        input = attached;
    }

    @Override
    public void send(byte[] bytes) {
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
        return session.getScheduledWriteBytes();
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
