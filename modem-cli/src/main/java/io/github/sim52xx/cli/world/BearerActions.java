package io.github.sim52xx.cli.world;

import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.PacketDomain;
import io.github.sim52xx.net.PdpContext;
import io.github.sim52xx.net.fault.Bandwidth;
import io.github.sim52xx.net.fault.DropAfter;
import io.github.sim52xx.net.fault.Fault;
import io.github.sim52xx.net.fault.Faults;
import io.github.sim52xx.net.fault.Latency;
import io.github.sim52xx.net.fault.NameFailure;
import io.github.sim52xx.net.fault.Refuse;
import io.github.sim52xx.net.fault.Reset;
import io.github.sim52xx.net.fault.Stall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What carries the modem's connections, and the contexts for it. */
final class BearerActions implements Subject {

    private static final Duration A_DAY = Duration.ofDays(1);
    private static final Latency NO_LATENCY = new Latency(Duration.ZERO, Duration.ZERO);

    @Override
    public String name() {
        return "bearer";
    }

    @Override
    public String purpose() {
        return "the packet bearer and its faults";
    }

    @Override
    public List<Action> actions() {
        return List.of(
                Action.of(
                        "bearer.down",
                        "let the network deactivate every context, with all connections, and activate none",
                        (around, given) -> bearer(around).interrupt(true)),
                Action.of(
                        "bearer.up",
                        "let the network activate contexts again",
                        (around, given) -> bearer(around).interrupt(false)),
                Action.of(
                        "bearer.latency",
                        "let bytes take longer",
                        BearerActions::latency,
                        Argument.duration("delay", A_DAY, "how much longer, in each direction; 0s is none"),
                        Argument.duration("jitter", A_DAY, "more or less by up to that")
                                .asOption()),
                Action.of(
                        "bearer.bandwidth",
                        "limit how fast each direction of a connection is",
                        BearerActions::bandwidth,
                        Argument.integer("rate", 1, Integer.MAX_VALUE, "bytes a second")
                                .or("none")),
                Action.of(
                        "bearer.drop-after",
                        "let connections break after so many bytes in both directions",
                        BearerActions::dropAfter,
                        Argument.integer("bytes", 1, Integer.MAX_VALUE, "from now on")
                                .or("never")),
                Action.of(
                        "bearer.refuse",
                        "let every new connection be refused",
                        (around, given) -> put(around, given.on("state"), new Refuse()),
                        Argument.onOff("state", "whether they are")),
                Action.of(
                        "bearer.stall",
                        "let nothing get through, without a word",
                        (around, given) -> put(around, given.on("state"), new Stall()),
                        Argument.onOff("state", "whether it stalls")),
                Action.of(
                        "bearer.reset",
                        "reset every connection that there is",
                        (around, given) -> faults(around).put(new Reset())),
                Action.of(
                        "bearer.dns",
                        "let the name server fail",
                        BearerActions::dns,
                        Argument.word("answer", "what it does", "ok", "fail", "timeout")),
                Action.of("bearer.clear", "end all of these faults", BearerActions::clear));
    }

    private static void latency(Surroundings around, Arguments given) {
        Latency latency =
                new Latency(given.duration("delay"), given.has("jitter") ? given.duration("jitter") : Duration.ZERO);
        put(around, !latency.equals(NO_LATENCY), latency);
    }

    private static void bandwidth(Surroundings around, Arguments given) {
        boolean none = given.is("rate", "none");
        put(around, !none, new Bandwidth(none ? 1 : given.number("rate")));
    }

    private static void dropAfter(Surroundings around, Arguments given) {
        boolean never = given.is("bytes", "never");
        put(around, !never, new DropAfter(never ? 1 : given.number("bytes")));
    }

    private static void dns(Surroundings around, Arguments given) {
        put(around, !given.is("answer", "ok"), new NameFailure(given.is("answer", "timeout")));
    }

    private static void clear(Surroundings around, Arguments given) {
        faults(around).clear();
        bearer(around).interrupt(false);
    }

    private static void put(Surroundings around, boolean on, Fault fault) {
        if (on) {
            faults(around).put(fault);
        } else {
            faults(around).remove(fault.getClass());
        }
    }

    private static Faults faults(Surroundings around) {
        return bearer(around).faults();
    }

    private static Bearer bearer(Surroundings around) {
        return around.part(Bearer.class);
    }

    @Override
    public Map<String, Object> state(Surroundings around) {
        Bearer bearer = around.part(Bearer.class);
        PacketDomain domain = around.part(PacketDomain.class);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("up", bearer.isUp());
        state.put("interrupted", bearer.isInterrupted());
        state.put("address", bearer.address());
        state.put("faults", faults(bearer.faults()));
        List<Object> contexts = new ArrayList<>();
        for (PdpContext context : domain.contexts().all()) {
            contexts.add(context(context, domain.isActive(context.cid())));
        }
        state.put("contexts", contexts);
        List<Object> socketContexts = new ArrayList<>();
        domain.socketContexts().all().forEach(context -> socketContexts.add(context(context, null)));
        state.put("socket_contexts", socketContexts);
        return state;
    }

    private static Map<String, Object> faults(Faults faults) {
        Map<String, Object> state = new LinkedHashMap<>();
        Latency latency = faults.find(Latency.class);
        Bandwidth bandwidth = faults.find(Bandwidth.class);
        DropAfter dropAfter = faults.find(DropAfter.class);
        NameFailure names = faults.find(NameFailure.class);
        state.put("latency_ms", latency == null ? null : latency.delay().toMillis());
        state.put("jitter_ms", latency == null ? null : latency.jitter().toMillis());
        state.put("bandwidth", bandwidth == null ? null : bandwidth.bytesPerSecond());
        state.put("drop_after", dropAfter == null ? null : dropAfter.bytes());
        state.put("refuse", faults.find(Refuse.class) != null);
        state.put("stall", faults.find(Stall.class) != null);
        state.put("dns", names == null ? "ok" : names.silent() ? "timeout" : "fail");
        return state;
    }

    private static Map<String, Object> context(PdpContext context, Boolean active) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cid", context.cid());
        fields.put("type", context.type());
        fields.put("apn", context.apn());
        fields.put("active", active);
        return fields;
    }
}
