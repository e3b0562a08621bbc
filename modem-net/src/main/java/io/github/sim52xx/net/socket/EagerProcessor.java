package io.github.sim52xx.net.socket;

import java.util.concurrent.Executor;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.transport.socket.nio.NioProcessor;
import org.apache.mina.transport.socket.nio.NioSession;

/**
 * MINA's processor without two things that a dialogue of short lines pays for dearly: after each read a second one that
 * finds nothing, and for each write from the processor's own thread a wake-up of that thread. MINA makes it by
 * reflection.
 */
public final class EagerProcessor extends NioProcessor {

    private volatile Thread loop;

    public EagerProcessor(Executor executor) {
        super(executor);
    }

    @Override
    protected int select(long timeout) throws Exception {
        loop = Thread.currentThread();
        return super.select(timeout);
    }

    /** The loop asks that before it ends. Its thread may belong to somebody else afterwards, who has to wake the next. */
    @Override
    protected boolean isSelectorEmpty() {
        loop = null;
        return super.isSelectorEmpty();
    }

    @Override
    protected int read(NioSession session, IoBuffer buffer) throws Exception {
        return buffer.position() > 0 ? 0 : super.read(session, buffer);
    }

    @Override
    protected void wakeup() {
        if (Thread.currentThread() != loop) {
            super.wakeup();
        }
    }

    /**
     * Holding and resuming input takes effect at once, not when the selector next returns. What a session is selected for
     * is changed by the loop only: two threads would undo each other's changes.
     */
    @Override
    public void updateTrafficControl(NioSession session) {
        if (Thread.currentThread() != loop) {
            updateTrafficMask(session);
            return;
        }
        super.updateTrafficControl(session);
        if (session.getCurrentWriteRequest() != null) {
            // MINA has forgotten that the rest of it waits for the peer.
            flush(session);
        }
    }
}
