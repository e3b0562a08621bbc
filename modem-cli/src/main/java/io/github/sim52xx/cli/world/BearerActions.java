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
import java.util.List;
import java.util.function.Function;

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
    public Members<Surroundings> state() {
        Members<Defined> defined = context().of(Defined::context).with("active", Shape.TRUTH, Defined::active);
        return Members.<Surroundings>none()
                .with("up", Shape.TRUTH, around -> bearer(around).isUp())
                .with("interrupted", Shape.TRUTH, around -> bearer(around).isInterrupted())
                .maybe("address", Shape.TEXT, around -> bearer(around).address())
                .with("faults", faults(), around -> bearer(around).faults())
                .with("contexts", Shape.list(defined), around -> Defined.all(domain(around)))
                .with(
                        "socket_contexts",
                        Shape.list(context()),
                        around -> domain(around).socketContexts().all());
    }

    private static PacketDomain domain(Surroundings around) {
        return around.part(PacketDomain.class);
    }

    private static Members<Faults> faults() {
        return Members.<Faults>none()
                .maybe(
                        "latency_ms",
                        Shape.WHOLE,
                        found(Latency.class, latency -> latency.delay().toMillis()))
                .maybe(
                        "jitter_ms",
                        Shape.WHOLE,
                        found(Latency.class, latency -> latency.jitter().toMillis()))
                .maybe("bandwidth", Shape.WHOLE, found(Bandwidth.class, Bandwidth::bytesPerSecond))
                .maybe("drop_after", Shape.WHOLE, found(DropAfter.class, DropAfter::bytes))
                .with("refuse", Shape.TRUTH, faults -> faults.find(Refuse.class) != null)
                .with("stall", Shape.TRUTH, faults -> faults.find(Stall.class) != null)
                .with("dns", Shape.word("ok", "timeout", "fail"), faults -> names(faults.find(NameFailure.class)));
    }

    private static <F extends Fault> Function<Faults, Number> found(Class<F> type, Function<F, Number> value) {
        return faults -> faults.find(type) == null ? null : value.apply(faults.find(type));
    }

    private static String names(NameFailure failure) {
        return failure == null ? "ok" : failure.silent() ? "timeout" : "fail";
    }

    private static Members<PdpContext> context() {
        return Members.<PdpContext>none()
                .with("cid", Shape.WHOLE, PdpContext::cid)
                .with("type", Shape.TEXT, PdpContext::type)
                .with("apn", Shape.TEXT, PdpContext::apn);
    }

    /** A context in its domain, which knows whether it is active. */
    private record Defined(PdpContext context, PacketDomain domain) {

        private static List<Defined> all(PacketDomain domain) {
            return domain.contexts().all().stream()
                    .map(context -> new Defined(context, domain))
                    .toList();
        }

        private boolean active() {
            return domain.isActive(context.cid());
        }
    }
}
