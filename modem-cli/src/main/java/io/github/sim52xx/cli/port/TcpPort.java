package io.github.sim52xx.cli.port;

import io.github.sim52xx.net.socket.EagerProcessor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.mina.core.buffer.IoBuffer;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.service.SimpleIoProcessorPool;
import org.apache.mina.core.session.AttributeKey;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.nio.NioSession;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;

/** The AT port on TCP, raw and with RFC 2217: each connection is a terminal. A few threads of MINA serve all of them. */
public final class TcpPort implements AutoCloseable {

    private static final AttributeKey LINK = new AttributeKey(TcpPort.class, "link");

    private final ExecutorService threads;
    private final SimpleIoProcessorPool<NioSession> pool;
    private final NioSocketAcceptor acceptor;
    private final InetSocketAddress address;

    /**
     * Listens.
     *
     * @param address where; port 0 takes any free one
     * @param modems the modem or modems that connections lead to
     * @param processors how many threads serve the connections; one is best for a single modem
     * @throws IOException if the address cannot be listened on
     */
    public TcpPort(InetSocketAddress address, ModemSource modems, int processors) throws IOException {
        threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "tcp-port");
            thread.setDaemon(true);
            return thread;
        });
        pool = new SimpleIoProcessorPool<>(EagerProcessor.class, threads, processors, null);
        acceptor = new NioSocketAcceptor(threads, pool);
        acceptor.setReuseAddress(true);
        acceptor.getSessionConfig().setTcpNoDelay(true);
        acceptor.setBacklog(1024);
        acceptor.setHandler(new Handler(modems));
        this.address = bind(address);
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    private InetSocketAddress bind(InetSocketAddress wanted) throws IOException {
        if (wanted.isUnresolved()) {
            throw new UnknownHostException("unknown host");
        }
        try {
            acceptor.bind(wanted);
        } catch (IOException e) {
            // MINA's own message says only that.
            throw e.getCause() instanceof IOException cause ? cause : e;
        }
        SocketAddress bound = acceptor.getLocalAddress();
        // The address as it was asked for: the socket shows 0.0.0.0 as the IPv6 one that comprises it.
        return new InetSocketAddress(wanted.getAddress(), ((InetSocketAddress) bound).getPort());
    }

    @Override
    public void close() {
        acceptor.dispose(true);
        pool.dispose();
        threads.shutdown();
    }

    private static final class Handler extends IoHandlerAdapter {

        private final ModemSource modems;

        Handler(ModemSource modems) {
            this.modems = modems;
        }

        @Override
        public void sessionOpened(IoSession session) {
            SessionLink link = new SessionLink((NioSession) session);
            session.setAttribute(LINK, link);
            link.input(modems.attach(link));
        }

        @Override
        public void messageReceived(IoSession session, Object message) {
            link(session).received(((IoBuffer) message).buf());
        }

        @Override
        public void messageSent(IoSession session, Object message) {
            link(session).checkDrained();
        }

        @Override
        public void inputClosed(IoSession session) {
            // MINA would report the end of input again and again.
            session.suspendRead();
            link(session).inputEnded();
        }

        @Override
        public void sessionClosed(IoSession session) {
            link(session).closed();
        }

        @Override
        public void exceptionCaught(IoSession session, Throwable cause) {
            // A connection reset by its peer; whatever else it is, the modem does not depend on this terminal.
            session.closeNow();
        }

        private static SessionLink link(IoSession session) {
            return (SessionLink) session.getAttribute(LINK);
        }
    }
}
