package io.github.sim52xx.email.smtp;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * The mail on its way after DATA: a dot at the start of a line is doubled (RFC 5321 4.5.2). Bytes pass in runs as long
 * as possible.
 */
final class DotStuffing extends FilterOutputStream {

    private static final byte[] CRLF = "\r\n".getBytes(StandardCharsets.US_ASCII);

    private boolean lineStart = true;

    DotStuffing(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int end = offset + length;
        int start = offset;
        boolean atLineStart = lineStart;
        for (int i = offset; i < end; i++) {
            byte b = bytes[i];
            if (b == '.' && atLineStart) {
                out.write(bytes, start, i - start);
                out.write('.');
                start = i;
            }
            atLineStart = b == '\n';
        }
        out.write(bytes, start, end - start);
        lineStart = atLineStart;
    }

    /** Ends the last line if that is still open. */
    void finish() throws IOException {
        if (!lineStart) {
            out.write(CRLF);
        }
    }
}
