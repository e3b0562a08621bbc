package io.github.sim52xx.net.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.apache.mina.core.service.IoHandlerAdapter;
import org.apache.mina.core.session.IoSession;
import org.apache.mina.transport.socket.nio.NioSocketAcceptor;
import org.apache.mina.transport.socket.nio.NioSocketConnector;
import org.junit.jupiter.api.Test;

/** MINA's processor as the modem's sockets use it. */
class EagerProcessorTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    /** MINA sleeps for a second if nobody wakes it; a busy machine may need a second look. */
    private static final int TRIES = 4;

    /** A thread that has run the processor's loop does something else later, for the next loop of another thread. */
    @Test
    void aFormerThreadOfTheProcessorWakesIt() throws Exception {
        boolean woken = false;
        for (int i = 0; i < TRIES && !woken; i++) {
            woken = millisUntilAClientIsThere() < 900;
        }
        assertThat(woken).isTrue();
    }

    private static long millisUntilAClientIsThere() throws Exception {
        ExecutorService former = Executors.newSingleThreadExecutor();
        ExecutorService next = Executors.newSingleThreadExecutor();
        Queue<ExecutorService> loops = new ArrayDeque<>(List.of(former, next));
        EagerProcessor processor = new EagerProcessor(loop -> loops.remove().execute(loop));
        runALoop(processor);
        // Until that is over.
        former.submit(() -> {}).get();
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
            IoSession session = clients.poll(10, TimeUnit.SECONDS);
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
