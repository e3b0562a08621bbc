package io.github.sim52xx.mms.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.Locale;

/**
 * Sends one request and reads its reply: RFC 9112 with a length, in chunks, or up to the end of the connection. By hand
 * because the JDK's client opens sockets of its own, and every byte of the modem leaves by its bearer. Bounded whatever
 * the server sends. Blocks; closing the connection ends it. Not thread-safe.
 */
public final class HttpExchange {

    private static final int MAX_HEAD = 16 * 1024;
    private static final int MAX_CHUNK_LINE = 256;
    private static final int FIRST_FINAL = 200;

    private final InputStream in;
    private final OutputStream out;
    private final int maxBody;
    private int headLeft;
    private long length;
    private boolean chunked;

    public HttpExchange(InputStream in, OutputStream out, int maxBody) {
        this.in = new BufferedInputStream(in);
        this.out = out;
        this.maxBody = maxBody;
    }

    /** @throws TooLargeException if the reply is longer than it may be */
    public HttpReply exchange(HttpRequest request) throws IOException {
        out.write(request.head());
        if (request.body() != null) {
            out.write(request.body());
        }
        out.flush();
        headLeft = MAX_HEAD;
        String status = head();
        while (status(status) < FIRST_FINAL) {
            // Interim replies, 100 for instance; together they are as long as one head may be.
            status = head();
        }
        return new HttpReply(status(status), status, body());
    }

    /** Reads up to the empty line and returns the first. */
    private String head() throws IOException {
        length = -1;
        chunked = false;
        String status = headLine();
        for (String field = headLine(); !field.isEmpty(); field = headLine()) {
            int colon = field.indexOf(':');
            if (colon < 0) {
                throw new ProtocolException("no header field: " + field);
            }
            String value = field.substring(colon + 1).strip();
            switch (field.substring(0, colon).toLowerCase(Locale.ROOT)) {
                case "content-length" -> length = number(value, 10);
                case "transfer-encoding" -> chunked = value.equalsIgnoreCase("chunked");
                default -> {
                    // The content says itself what it is.
                }
            }
        }
        return status;
    }

    private String headLine() throws IOException {
        String line = line(headLeft);
        headLeft -= line.length() + 2;
        return line;
    }

    private static int status(String line) throws ProtocolException {
        if (!line.matches("HTTP/1\\.[01] [1-5]\\d\\d( .*)?")) {
            throw new ProtocolException("no reply of HTTP: " + line);
        }
        return Integer.parseInt(line.substring(9, 12));
    }

    private byte[] body() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        if (chunked) {
            for (long chunk = chunk(); chunk > 0; chunk = chunk()) {
                copy(chunk, body);
                line(2);
            }
        } else if (length >= 0) {
            copy(length, body);
        } else {
            byte[] all = in.readNBytes(maxBody + 1);
            requireRoom(all.length, body);
            body.writeBytes(all);
        }
        return body.toByteArray();
    }

    private long chunk() throws IOException {
        return number(line(MAX_CHUNK_LINE).split(";", 2)[0].strip(), 16);
    }

    private void copy(long count, ByteArrayOutputStream body) throws IOException {
        requireRoom(count, body);
        byte[] bytes = in.readNBytes((int) count);
        if (bytes.length < count) {
            throw new EOFException("the connection ended after " + (body.size() + bytes.length) + " bytes");
        }
        body.writeBytes(bytes);
    }

    private void requireRoom(long count, ByteArrayOutputStream body) throws TooLargeException {
        if (count > maxBody - body.size()) {
            throw new TooLargeException(maxBody);
        }
    }

    private String line(int max) throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int c = in.read();
            if (c < 0) {
                throw new EOFException("the connection ended before the reply did");
            }
            if (c == '\n') {
                return line.toString().stripTrailing();
            }
            if (line.length() >= max) {
                throw new ProtocolException("a line or head without end");
            }
            line.append((char) c);
        }
    }

    private static long number(String text, int radix) throws ProtocolException {
        try {
            long number = Long.parseLong(text, radix);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new ProtocolException("no length: " + text);
    }
}
