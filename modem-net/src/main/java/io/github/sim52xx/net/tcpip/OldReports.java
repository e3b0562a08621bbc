package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.net.socket.Closing;
import java.util.List;

/** How the older set of commands reports: data at once, {@code +IPCLOSE: 255,1,192.0.2.1,80} at the end. */
record OldReports() implements Reports {

    private static final int REMOTE_FIRST = 1;
    private static final int RESET = 2;

    @Override
    public Chunk arrived(StreamLink link) {
        return link.chunk();
    }

    @Override
    public List<String> ended(StreamLink link, Closing how) {
        if (how == Closing.NETWORK_LOST) {
            return List.of();
        }
        int reason = how == Closing.REMOTE ? REMOTE_FIRST : RESET;
        return List.of("+IPCLOSE: " + link.number() + "," + reason + ","
                + link.remote().host() + "," + link.remote().port());
    }
}
