package io.github.sim52xx.net.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;
import org.apache.mina.transport.socket.nio.NioSocketConnector;
import org.junit.jupiter.api.Test;

/** MINA's processor as the modem's sockets use it. */
class EagerProcessorTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    /**
     * A thread that has run the processor's loop does something else later, for the next loop of another thread. MINA
     * sleeps for a second if nobody wakes it, every time; a busy machine does so only now and then.
     */
    @Test
    void aFormerThreadOfTheProcessorWakesIt() throws Exception {
        long begun = System.nanoTime();
        while (millisUntilAClientIsThere() >= 900) {
            assertThat(System.nanoTime() - begun).isLessThan(TimeUnit.SECONDS.toNanos(60));
        }
    }

    private static long millisUntilAClientIsThere() throws Exception {
        ExecutorService former = Executors.newSingleThreadExecutor();
        ExecutorService next = Executors.newSingleThreadExecutor();
        AtomicReference<ExecutorService> loops = new AtomicReference<>(former);
        EagerProcessor processor = new EagerProcessor(loop -> loops.get().execute(loop));
        runALoop(processor);
        // Until that is over.
        former.submit(() -> {}).get();
        loops.set(next);
        NioSocketAcceptor acceptor = new NioSocketAcceptor(former, processor);
        BlockingQueue<IoSession> clients = new LinkedBlockingQueue<>();
        acceptor.setHandler(new IoHandlerAdapter() {
            @Override
            public void sessionCreated(IoSession session) {
                clients.add(session);
            }
        });
        acceptor.bind(new InetSocketAddress(LOOPBACK, 0));
        long begun = System.nanoTime();
        try (Socket client = new Socket(LOOPBACK, acceptor.getLocalAddress().getPort())) {
            IoSession session = clients.poll(60, TimeUnit.SECONDS);
            assertThat(session.getRemoteAddress()).isEqualTo(client.getLocalSocketAddress());
            return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        } finally {
            acceptor.dispose();
            former.shutdown();
            next.shutdown();
        }
    }

    private static void runALoop(EagerProcessor processor) throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        NioSocketConnector connector = new NioSocketConnector(threads, processor);
        connector.setHandler(new IoHandlerAdapter());
        try (ServerSocket server = new ServerSocket(0, 1, LOOPBACK)) {
            connector
                    .connect(server.getLocalSocketAddress())
                    .await()
                    .getSession()
                    .closeNow()
                    .await();
        }
        connector.dispose();
        threads.shutdown();
    }
}
