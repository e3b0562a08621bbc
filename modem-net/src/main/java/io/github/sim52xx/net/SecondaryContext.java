package io.github.sim52xx.net;

import io.github.sim52xx.at.Parameters;

/**
 * A secondary PDP context (27.007 10.1.2), which shares the address of a primary one: {@code 2,1,0,0}.
 *
 * @param primary the cid of the primary context
 */
public record SecondaryContext(int cid, int primary, int dataCompression, int headerCompression) {

    private static final int MAX_DATA_COMPRESSION = 3;
    private static final int MAX_HEADER_COMPRESSION = 4;

    static SecondaryContext read(int cid, Parameters parameters) {
        return new SecondaryContext(
                cid,
                parameters.integerOr("<p_cid>", 1, PdpContext.MAX_CID, 1),
                parameters.integerOr("<d_comp>", 0, MAX_DATA_COMPRESSION, 0),
                parameters.integerOr("<h_comp>", 0, MAX_HEADER_COMPRESSION, 0));
    }

    /** As it is printed, and as it can be read back. */
    @Override
    public String toString() {
        return cid + "," + primary + "," + dataCompression + "," + headerCompression;
    }
}
