package io.github.sim52xx.modem;

import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.dce.ForwardingLink;

/** Traces what goes to a DTE. */
final class TracedLink extends ForwardingLink {

    private final Trace trace;
    private final String channel;

    private TracedLink(DteLink link, Trace trace, String channel) {
        super(link);
        this.trace = trace;
        this.channel = channel;
    }

    static DteLink of(DteLink link, Trace trace, int terminal) {
        return trace == Trace.NONE ? link : new TracedLink(link, trace, "AT " + terminal);
    }

    @Override
    public void send(byte[] bytes) {
        trace.bytes(channel, true, bytes, 0, bytes.length);
        super.send(bytes);
    }
}
