package io.github.sim52xx.net;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The packet domain as the DTE configures it: contexts of the DTE (+CGDCONT) and of the built-in clients
 * (+CGSOCKCONT), their authentication and quality of service, which are active, and which one the built-in clients use.
 * Confined to the modem's thread.
 */
public final class PacketDomain implements Part {

    private final Modem modem;
    private final PdpContexts contexts;
    private final PdpContexts socketContexts;
    private final Map<Integer, Authentication> authentications = new HashMap<>(0);
    private final Map<Integer, Authentication> socketAuthentications = new HashMap<>(0);
    private final SortedSet<Integer> active = new TreeSet<>();
    private final PerContext<SecondaryContext> secondaryContexts;
    private final Map<String, PerContext<QosProfile>> qos = new HashMap<>(0);
    private final TrafficFlowTemplates templates = new TrafficFlowTemplates();
    private final PacketEvents events;
    private boolean attached;
    private boolean refused;
    private boolean socketsOpen;

    public PacketDomain(Modem modem) {
        this.modem = modem;
        contexts = new PdpContexts(modem.memory(), "+CGDCONT", 1, 2, 4, this::forgetUndefined);
        socketContexts = new PdpContexts(modem.memory(), "+CGSOCKCONT", PdpContext.MAX_CID, 1, 1, () -> {});
        secondaryContexts = new PerContext<>(modem.memory(), "+CGDSCONT", this::readSecondary);
        events = new PacketEvents(modem);
        attached = modem.radio().packetService();
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

    /** +CGDSCONT=…: defines or undefines a secondary context. */
    public void writeSecondary(Parameters parameters) {
        secondaryContexts.write(parameters);
        forgetUndefined();
    }

    /** The secondary contexts of the DTE. */
    public PerContext<SecondaryContext> secondaryContexts() {
        return secondaryContexts;
    }

    /** The quality of service that {@code command}, +CGQREQ or another, lays down. */
    public PerContext<QosProfile> qos(String command, QosProfile.Kind kind) {
        return qos.computeIfAbsent(command, name -> new PerContext<>(modem.memory(), name, kind::read));
    }

    public TrafficFlowTemplates templates() {
        return templates;
    }

    public PacketEvents events() {
        return events;
    }

    /** True if the network of the socket commands is open (+NETOPEN). */
    public boolean socketsOpen() {
        return socketsOpen;
    }

    /** The socket commands have opened or closed their network. */
    public void setSocketsOpen(boolean open) {
        socketsOpen = open;
    }

    /** The cids of the DTE's contexts, primary and secondary, from the lowest on. */
    public List<Integer> cids() {
        return Stream.concat(
                        contexts.all().stream().map(PdpContext::cid),
                        secondaryContexts.all().stream().map(SecondaryContext::cid))
                .sorted()
                .toList();
    }

    public boolean isActive(int cid) {
        return active.contains(cid);
    }

    /** +CGATT: false if the modem cannot attach because the network is away. */
    public boolean attach(boolean attach) {
        modem.radio().setAttached(attach);
        return !attach || modem.radio().packetService();
    }

    /**
     * +CGACT: false if the context cannot be activated because it is undefined or the network is away. A secondary
     * context needs its primary one, and goes with it.
     */
    public boolean activate(int cid, boolean activate) {
        if (!activate) {
            deactivate(cid, false);
            return true;
        }
        boolean possible = canActivate(cid);
        if (possible) {
            active.add(cid);
        }
        return possible;
    }

    /** True if the context is defined and the network is there. */
    public boolean canActivate(int cid) {
        return modem.radio().packetService() && !refused && (contexts.isDefined(cid) || active.contains(primary(cid)));
    }

    /** The network deactivates every context and activates none (true), or does so again (false). */
    void refuse(boolean value) {
        refused = value;
        if (refused) {
            List.copyOf(active).forEach(cid -> deactivate(cid, true));
        }
    }

    /** What +CGPADDR shows. */
    public String address(int cid) {
        return isActive(cid) ? modem.radio().network().address() : "0.0.0.0";
    }

    @Override
    public void powerOff() {
        attached = false;
        socketsOpen = false;
        active.clear();
        templates.clear();
        events.clear();
        authentications.clear();
        socketAuthentications.clear();
    }

    @Override
    public void factoryReset() {
        contexts.load();
        socketContexts.load();
        secondaryContexts.load();
        qos.values().forEach(PerContext::load);
        forgetUndefined();
    }

    /** A context that is not defined any more cannot be active. */
    private void forgetUndefined() {
        List.copyOf(active).stream()
                .filter(cid -> !contexts.isDefined(cid) && !secondaryContexts.isDefined(cid))
                .forEach(cid -> deactivate(cid, false));
    }

    private void deactivate(int cid, boolean byNetwork) {
        Stream<Integer> secondaries = secondaryContexts.all().stream()
                .filter(secondary -> secondary.primary() == cid)
                .map(SecondaryContext::cid);
        Stream.concat(secondaries, Stream.of(cid)).filter(active::contains).forEach(ended -> {
            events.deactivated(byNetwork, type(ended), address(ended), ended);
            active.remove(ended);
        });
    }

    /** The type of a context, which may just have been undefined. */
    private String type(int cid) {
        return contexts.all().stream()
                .filter(context -> context.cid() == cid || context.cid() == primary(cid))
                .map(PdpContext::type)
                .findFirst()
                .orElse("IP");
    }

    /** The cid of the context that a secondary one belongs to; 0 if it is none. */
    private int primary(int cid) {
        SecondaryContext secondary = secondaryContexts.get(cid);
        return secondary == null ? 0 : secondary.primary();
    }

    private SecondaryContext readSecondary(int cid, Parameters parameters) {
        SecondaryContext secondary = SecondaryContext.read(cid, parameters);
        if (contexts.isDefined(cid) || !contexts.isDefined(secondary.primary())) {
            throw new ParameterException("a secondary context needs a number of its own and a primary context");
        }
        return secondary;
    }

    private void radioChanged() {
        boolean wasAttached = attached;
        attached = modem.radio().packetService();
        if (wasAttached && !attached) {
            active.clear();
            events.detached(modem.radio().wantsPacketService());
        }
    }
}
