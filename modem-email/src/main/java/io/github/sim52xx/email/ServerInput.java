package io.github.sim52xx.email;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;

/**
 * Reads what a mail server sends: reply lines, and multi-line data up to the lone dot with the doubled dots undone (RFC
 * 1939 3). Data passes in runs as long as possible. Bounded: a line that does not end is an error. Not thread-safe.
 */
public final class ServerInput {

    /** RFC 5321 and RFC 1939 allow 512 octets; servers write more. */
    private static final int MAX_LINE = 4096;

    private static final int BUFFER = 64 * 1024;

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int position;
    private int limit;

    public ServerInput(InputStream in) {
        this.in = in;
    }

    /** One line, a byte string, without its line end and what blanks stand before that. */
    public String line() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            fill();
            int start = position;
            while (position < limit && buffer[position] != '\n') {
                position++;
            }
            line.append(new String(buffer, start, position - start, StandardCharsets.ISO_8859_1));
            if (line.length() > MAX_LINE) {
                throw new ProtocolException("the server's line does not end");
            }
            if (position < limit) {
                position++;
                return line.toString().stripTrailing();
            }
        }
    }

    /** True if the server has sent more than has been read. */
    public boolean hasMore() {
        return position < limit;
    }

    /** Copies multi-line data to {@code out}, the lone dot excluded. */
    public void data(OutputStream out) throws IOException {
        boolean lineStart = true;
        while (true) {
            fill();
            int start = position;
            int i = position;
            while (i < limit) {
                if (lineStart && buffer[i] == '.') {
                    out.write(buffer, start, i - start);
                    position = i + 1;
                    if (isLoneDot()) {
                        return;
                    }
                    fill();
                    start = position;
                    i = position;
                }
                // Fill has made sure of at least one byte.
                while (i < limit && buffer[i] != '\n') {
                    i++;
                }
                lineStart = i < limit;
                i += lineStart ? 1 : 0;
            }
            out.write(buffer, start, limit - start);
            position = limit;
        }
    }

    /** Passes the line end behind a dot if it stands alone. */
    private boolean isLoneDot() throws IOException {
        fill();
        if (buffer[position] == '\n') {
            position++;
            return true;
        }
        if (buffer[position] != '\r') {
            return false;
        }
        if (position + 1 == limit) {
            // The line feed is still to come: keep the carriage return in front of it.
            buffer[0] = '\r';
            position = 0;
            limit = 1;
            int read = in.read(buffer, 1, BUFFER - 1);
            if (read < 0) {
                throw closed();
            }
            limit += read;
        }
        if (buffer[position + 1] == '\n') {
            position += 2;
            return true;
        }
        return false;
    }

    private void fill() throws IOException {
        if (position == limit) {
            limit = in.read(buffer, 0, BUFFER);
            position = 0;
            if (limit < 0) {
                limit = 0;
                throw closed();
            }
        }
    }

    private static IOException closed() {
        return new EOFException("the server closed the connection");
    }
}
