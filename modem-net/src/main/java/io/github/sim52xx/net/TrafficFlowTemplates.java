package io.github.sim52xx.net;

import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The packet filters of all contexts (+CGTFT): what would tell which context of those with one address a packet belongs
 * to. Nothing is filtered here. Confined to the modem's thread.
 */
public final class TrafficFlowTemplates {

    private final List<PacketFilter> filters = new ArrayList<>(0);

    /** By context and number. */
    public List<PacketFilter> all() {
        return List.copyOf(filters);
    }

    /** The write form: {@code <cid>} alone drops the context's filters. */
    public Response write(Parameters parameters) {
        int cid = parameters.integer("<cid>", 1, PdpContext.MAX_CID);
        if (!parameters.hasNext()) {
            filters.removeIf(filter -> filter.cid() == cid);
            return Response.ok();
        }
        PacketFilter wanted = PacketFilter.read(cid, parameters);
        parameters.end();
        if (filters.stream()
                .anyMatch(other ->
                        other.cid() == cid && other.id() != wanted.id() && other.precedence() == wanted.precedence())) {
            return Response.of(CmeError.TFT_PRECEDENCE_INDEX_NOT_UNIQUE);
        }
        filters.removeIf(other -> other.cid() == cid && other.id() == wanted.id());
        filters.add(wanted);
        filters.sort(Comparator.comparingInt(PacketFilter::cid).thenComparingInt(PacketFilter::id));
        return Response.ok();
    }

    void clear() {
        filters.clear();
    }
}
