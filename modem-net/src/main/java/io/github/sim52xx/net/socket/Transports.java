package io.github.sim52xx.net.socket;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.service.SimpleIoProcessorPool;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.nio.NioSession;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;
import org.apache.mina.transport.socket.nio.NioSocketConnector;

/** What the TCP sockets of all modems of a process share: a thread or two of MINA, started on first use. */
final class Transports {

    private static final AttributeKey LINK = new AttributeKey(Transports.class, "link");

    /** More than any +CIPTIMEOUT: who has asked for a connection gives up first. */
    private static final Duration PATIENCE = Duration.ofSeconds(150);

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "modem-sockets");
        thread.setDaemon(true);
        return thread;
    });
    private final SimpleIoProcessorPool<NioSession> pool =
            new SimpleIoProcessorPool<>(EagerProcessor.class, threads, processors(), null);
    private final NioSocketConnector connector = new NioSocketConnector(threads, pool);

    private Transports() {
        connector.setHandler(new Handler());
        connector.setConnectTimeoutMillis(PATIENCE.toMillis());
        connector.getSessionConfig().setTcpNoDelay(true);
        connector.getSessionConfig().setReuseAddress(true);
    }

    static Transports shared() {
        return Shared.TRANSPORTS;
    }

    private static int processors() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    /** Makes connections; {@link #lead} has to be called for them. */
    NioSocketConnector connector() {
        return connector;
    }

    /** Takes connections, once it is bound. */
    NioSocketAcceptor acceptor(Accepting accepting) {
        NioSocketAcceptor acceptor = new NioSocketAcceptor(threads, pool);
        acceptor.setReuseAddress(true);
        acceptor.setCloseOnDeactivation(false);
        acceptor.getSessionConfig().setTcpNoDelay(true);
        acceptor.setHandler(new Handler() {
            @Override
            public void sessionCreated(IoSession session) {
                accepting.accepted((NioSession) session);
            }
        });
        return acceptor;
    }

    /** Says where the events of a session go. */
    static void lead(NioSession session, TcpLink link) {
        session.setAttribute(LINK, link);
    }

    static TcpLink link(IoSession session) {
        return (TcpLink) session.getAttribute(LINK);
    }

    /** For what has threads of its own. */
    Executor threads() {
        return threads;
    }

    /** Makes the link of a session that has come about; on MINA's thread, before anything is read from it. */
    interface Accepting {
        void accepted(NioSession session);
    }

    private static class Handler extends IoHandlerAdapter {

        @Override
        public void messageReceived(IoSession session, Object message) {
            link(session).arrived(((IoBuffer) message).buf());
        }

        @Override
        public void messageSent(IoSession session, Object message) {
            TcpLink link = link(session);
            link.checkWritable();
            link.checkSent();
            link.finishIfSent();
        }

        @Override
        public void inputClosed(IoSession session) {
            // MINA would report the end of input again and again.
            session.suspendRead();
            link(session).ended(Closing.REMOTE);
        }

        @Override
        public void sessionClosed(IoSession session) {
            TcpLink link = link(session);
            if (link != null) {
                link.ended(Closing.RESET);
            }
        }

        @Override
        public void exceptionCaught(IoSession session, Throwable cause) {
            session.closeNow();
        }
    }

    private static final class Shared {
        static final Transports TRANSPORTS = new Transports();
    }
}
