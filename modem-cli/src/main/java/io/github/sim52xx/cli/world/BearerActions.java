package io.github.sim52xx.cli.world;

import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.PacketDomain;
import io.github.sim52xx.net.PdpContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What carries the modem's connections, and the contexts for it. */
final class BearerActions implements Subject {

    @Override
    public String name() {
        return "bearer";
    }

    @Override
    public String purpose() {
        return "the packet bearer and its faults";
    }

    @Override
    public Map<String, Object> state(Surroundings around) {
        Bearer bearer = around.part(Bearer.class);
        PacketDomain domain = around.part(PacketDomain.class);
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("up", bearer.isUp());
        state.put("address", bearer.address());
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

    private static Map<String, Object> context(PdpContext context, Boolean active) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("cid", context.cid());
        fields.put("type", context.type());
        fields.put("apn", context.apn());
        fields.put("active", active);
        return fields;
    }
}
