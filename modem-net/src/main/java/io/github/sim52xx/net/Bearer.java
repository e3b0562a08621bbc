package io.github.sim52xx.net;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.net.fault.Faults;
import io.github.sim52xx.net.fault.FaultyPath;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What carries the modem's own connections. It exists while the modem has packet service; when that ends, by +CFUN,
 * +COPS, +CGATT, power-off or a fault, every connection ends with it. Sockets open and close on any thread; everything
 * else is confined to the modem's thread.
 */
public final class Bearer implements Part {

    private final Modem modem;
    private final Resolver resolver;
    private final Faults faults;
    private boolean interrupted;
    private final Set<Carried> open = new LinkedHashSet<>(0);
    private final AtomicInteger sockets = new AtomicInteger();

    public Bearer(Modem modem, Resolver resolver) {
        this.modem = modem;
        this.resolver = resolver;
        faults = new Faults(modem.blueprint().time());
        modem.radio().listen(() -> {
            if (!isUp()) {
                lose();
            }
        });
    }

    /** True if connections can be made. */
    public boolean isUp() {
        return modem.radio().packetService() && !interrupted;
    }

    /** What is wrong with the way to the network's other end. */
    public Faults faults() {
        return faults;
    }

    /**
     * The network deactivates every context, with all connections, and activates none (true), or does so again (false).
     * The modem stays registered and attached.
     */
    public void interrupt(boolean value) {
        if (interrupted == value) {
            return;
        }
        interrupted = value;
        if (interrupted) {
            lose();
        }
        modem.part(PacketDomain.class).refuse(interrupted);
    }

    /** True while the network refuses to carry anything. */
    public boolean isInterrupted() {
        return interrupted;
    }

    /** The modem's own address, IPv4. */
    public String address() {
        return modem.radio().network().address();
    }

    public Resolver resolver() {
        return resolver;
    }

    /**
     * Waits on {@code path} until the name server has answered, which it is not asked for an address. Blocks.
     *
     * @param timeout how long that may take; zero for ever
     */
    void awaitName(FaultyPath path, String host, Duration timeout) throws NetworkException {
        if (Resolver.isLiteral(host)) {
            return;
        }
        try {
            path.awaitName(host, timeout);
        } catch (UnknownHostException e) {
            throw new NetworkException(NetworkException.Reason.UNKNOWN_HOST, "unknown host " + host);
        } catch (SocketTimeoutException e) {
            throw silent(host);
        } catch (IOException e) {
            throw NetworkException.of(e, new HostPort(host, 0));
        }
    }

    static NetworkException silent(String host) {
        return new NetworkException(
                NetworkException.Reason.NO_NAME_SERVER, "the name server does not answer for " + host);
    }

    /**
     * A socket that is yet to be opened.
     *
     * @param service what it is for, in the trace: {@code "SMTP"}
     * @throws NetworkException if the bearer is down
     */
    public ModemSocket socket(String service) throws NetworkException {
        if (!isUp()) {
            throw noService();
        }
        ModemSocket socket =
                new ModemSocket(this, channel(service), modem.blueprint().trace());
        carry(socket);
        return socket;
    }

    /** The name of a new connection in the trace: {@code "TCP 3"}; from any thread. */
    public String channel(String service) {
        return service + " " + sockets.incrementAndGet();
    }

    /** Carries {@code connection} from now on, until {@link #closed}; from any thread. */
    public void carry(Carried connection) {
        synchronized (open) {
            open.add(connection);
        }
    }

    @Override
    public void powerOff() {
        lose();
    }

    /** Why nothing can be carried. */
    public NetworkException noService() {
        return new NetworkException(NetworkException.Reason.NO_SERVICE, "the modem has no packet service");
    }

    /** A connection is over; from any thread. */
    public void closed(Carried connection) {
        synchronized (open) {
            open.remove(connection);
        }
    }

    private void lose() {
        List<Carried> lost;
        synchronized (open) {
            lost = new ArrayList<>(open);
            open.clear();
        }
        lost.forEach(Carried::lose);
    }
}
