package io.github.sim52xx.net.socket;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.NetworkException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;

/** A modem whose sockets are used on its thread, and what they tell their owners. */
abstract class ModemSockets {

    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    final Modem modem;
    /** Links, reasons, closings; "readable", "writable". */
    final BlockingQueue<Object> heard = new LinkedBlockingQueue<>();

    ModemSockets(Modem modem) {
        this.modem = modem;
    }

    @AfterEach
    void closeModem() {
        modem.close();
    }

    SocketService service() {
        return modem.part(SocketService.class);
    }

    void dial(HostPort target, Duration patience) {
        run(() -> service().connect(target, 0, patience, new Dial.Outcome() {
            @Override
            public void connected(TcpLink link) {
                heard.add(link);
            }

            @Override
            public void failed(NetworkException why) {
                heard.add(why.reason());
            }
        }));
    }

    /** Called on the modem's thread. */
    UdpLink udp() {
        try {
            return service().udp(0, new UdpLink.Owner() {
                @Override
                public void readable() {
                    heard.add("readable");
                }

                @Override
                public void lost() {
                    heard.add(Closing.NETWORK_LOST);
                }
            });
        } catch (NetworkException e) {
            throw new AssertionError(e);
        }
    }

    Object next() throws InterruptedException {
        return heard.poll(60, TimeUnit.SECONDS);
    }

    void run(Runnable task) {
        CompletableFuture.runAsync(task, modem::execute).join();
    }

    <T> T ask(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question, modem::execute).join();
    }

    /** Notes what a connection tells. */
    class Listening implements TcpLink.Owner {
        @Override
        public void readable() {
            heard.add("readable");
        }

        @Override
        public void writable() {
            heard.add("writable");
        }

        @Override
        public void closed(Closing how) {
            heard.add(how);
        }
    }
}
