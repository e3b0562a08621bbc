package io.github.sim52xx.email.compose;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Base64 in lines of 76 characters (RFC 2045 6.8), in blocks that are large enough to be fast. */
final class Base64Lines {

    private static final byte[] CRLF = "\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BYTES_PER_LINE = 57;
    private static final int LINES_PER_BLOCK = 800;

    private Base64Lines() {}

    static void encode(InputStream in, OutputStream out) throws IOException {
        Base64.Encoder encoder = Base64.getMimeEncoder(76, CRLF);
        byte[] block = new byte[BYTES_PER_LINE * LINES_PER_BLOCK];
        for (int length = in.readNBytes(block, 0, block.length);
                length > 0;
                length = in.readNBytes(block, 0, block.length)) {
            byte[] source = length == block.length ? block : Arrays.copyOf(block, length);
            out.write(encoder.encode(source));
            out.write(CRLF);
        }
    }
}
