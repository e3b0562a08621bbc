package io.github.sim52xx.net;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What carries the modem's own connections. It exists while the modem has packet service; when that ends, by +CFUN,
 * +COPS, +CGATT, power-off or a fault, every connection ends with it. Sockets open and close on any thread; everything
 * else is confined to the modem's thread.
 */
public final class Bearer implements Part {

    private final Modem modem;
    private final Resolver resolver;
    private final Set<ModemSocket> open = new LinkedHashSet<>(0);
    private int sockets;

    public Bearer(Modem modem, Resolver resolver) {
        this.modem = modem;
        this.resolver = resolver;
        modem.radio().listen(() -> {
            if (!isUp()) {
                lose();
            }
        });
    }

    /** True if connections can be made. */
    public boolean isUp() {
        return modem.radio().packetService();
    }

    /** The modem's own address, IPv4. */
    public String address() {
        return modem.radio().network().address();
    }

    public Resolver resolver() {
        return resolver;
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
        ModemSocket socket = new ModemSocket(
                this, service + " " + ++sockets, modem.blueprint().trace());
        synchronized (open) {
            open.add(socket);
        }
        return socket;
    }

    @Override
    public void powerOff() {
        lose();
    }

    NetworkException noService() {
        return new NetworkException(NetworkException.Reason.NO_SERVICE, "the modem has no packet service");
    }

    void closed(ModemSocket socket) {
        synchronized (open) {
            open.remove(socket);
        }
    }

    private void lose() {
        List<ModemSocket> lost;
        synchronized (open) {
            lost = new ArrayList<>(open);
            open.clear();
        }
        lost.forEach(ModemSocket::lose);
    }
}
