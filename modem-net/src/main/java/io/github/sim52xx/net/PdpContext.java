package io.github.sim52xx.net;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Response;
import java.util.List;
import java.util.Locale;

/**
 * A PDP context definition as +CGDCONT and +CGSOCKCONT take it (27.007 10.1.1): {@code 1,"IP","internet","0.0.0.0",0,0}.
 *
 * @param cid 1 to 16
 * @param type IP, PPP or IPV6
 */
public record PdpContext(int cid, String type, String apn, String address, int dataCompression, int headerCompression) {

    public static final int MAX_CID = 16;

    private static final List<String> TYPES = List.of("IP", "PPP", "IPV6");
    private static final int MAX_APN = 100;
    private static final int MAX_ADDRESS = 64;

    /** As on leaving the factory: no APN, an address from the network. */
    static PdpContext factory(int cid) {
        return new PdpContext(cid, "IP", "", "0.0.0.0", 0, 0);
    }

    /** Reads what stands behind the cid; what has been left out takes its default. */
    static PdpContext read(int cid, Parameters parameters, int maxDataCompression, int maxHeaderCompression) {
        String type = parameters.stringOr("<PDP_type>", 1, 8, "IP").toUpperCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw new ParameterException("<PDP_type> is none of " + TYPES + ": " + type);
        }
        return new PdpContext(
                cid,
                type,
                parameters.stringOr("<APN>", 0, MAX_APN, ""),
                parameters.stringOr("<PDP_addr>", 0, MAX_ADDRESS, "0.0.0.0"),
                parameters.integerOr("<d_comp>", 0, maxDataCompression, 0),
                parameters.integerOr("<h_comp>", 0, maxHeaderCompression, 0));
    }

    /** As it is printed, and as it can be read back. */
    @Override
    public String toString() {
        return cid + "," + Response.quoted(type) + "," + Response.quoted(apn) + "," + Response.quoted(address) + ","
                + dataCompression + "," + headerCompression;
    }
}
