package io.github.sim52xx.net;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The packet domain as the DTE configures it: contexts of the DTE (+CGDCONT) and of the built-in clients
 * (+CGSOCKCONT), their authentication, which are active, and which one the built-in clients use. Confined to the
 * modem's thread.
 */
public final class PacketDomain implements Part {

    private final Modem modem;
    private final PdpContexts contexts;
    private final PdpContexts socketContexts;
    private final Map<Integer, Authentication> authentications = new HashMap<>(0);
    private final Map<Integer, Authentication> socketAuthentications = new HashMap<>(0);
    private final SortedSet<Integer> active = new TreeSet<>();

    public PacketDomain(Modem modem) {
        this.modem = modem;
        contexts = new PdpContexts(modem.memory(), "+CGDCONT", 1, 2, 4, this::forgetUndefined);
        socketContexts = new PdpContexts(modem.memory(), "+CGSOCKCONT", PdpContext.MAX_CID, 1, 1, () -> {});
        modem.radio().listen(this::radioChanged);
    }

    public PdpContexts contexts() {
        return contexts;
    }

    public PdpContexts socketContexts() {
        return socketContexts;
    }

    /** True if the context that +CSOCKSETPN has chosen for the built-in clients is defined. */
    public boolean hasSocketContext() {
        return socketContexts.isDefined(modem.settings().integer("+CSOCKSETPN", 0));
    }

    /** The authentication of the DTE's contexts by cid; those without are absent. */
    public Map<Integer, Authentication> authentications() {
        return authentications;
    }

    /** The authentication of the built-in clients' contexts by cid. */
    public Map<Integer, Authentication> socketAuthentications() {
        return socketAuthentications;
    }

    public boolean isActive(int cid) {
        return active.contains(cid);
    }

    /** +CGACT: false if the context cannot be activated because it is undefined or the network is away. */
    public boolean activate(int cid, boolean activate) {
        if (!activate) {
            active.remove(cid);
            return true;
        }
        boolean possible = contexts.isDefined(cid) && modem.radio().packetService();
        if (possible) {
            active.add(cid);
        }
        return possible;
    }

    /** What +CGPADDR shows. */
    public String address(int cid) {
        return isActive(cid) ? modem.radio().network().address() : "0.0.0.0";
    }

    @Override
    public void powerOff() {
        active.clear();
        authentications.clear();
        socketAuthentications.clear();
    }

    @Override
    public void factoryReset() {
        contexts.load();
        socketContexts.load();
    }

    /** A context that is not defined any more cannot be active. */
    private void forgetUndefined() {
        active.removeIf(cid -> !contexts.isDefined(cid));
    }

    private void radioChanged() {
        if (!modem.radio().packetService()) {
            active.clear();
        }
    }
}
