package io.github.sim52xx.it.process;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A DTE on a TCP connection. Bytes are Latin-1 characters. */
public final class TcpTerminal implements AutoCloseable {

    private static final Pattern RESULT = Pattern.compile("\r\n(OK|ERROR|\\+CM[ES] ERROR: [^\r]*)\r\n");
    /** A mail of 50 MB keeps a modem busy for a minute where eight others have its processor. */
    private static final int PATIENCE_MILLIS = 180_000;

    private final Socket socket;
    private final InputStream in;
    private final StringBuilder received = new StringBuilder();

    public TcpTerminal(Socket socket) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        socket.setSoTimeout(PATIENCE_MILLIS);
        socket.setTcpNoDelay(true);
    }

    Socket socket() {
        return socket;
    }

    public void type(String characters) throws IOException {
        socket.getOutputStream().write(characters.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Sends a line and returns its answer's lines, without empty ones and the echo. */
    public List<String> line(String line) throws IOException {
        type(line + "\r");
        return awaitMatch(RESULT)
                .lines()
                .filter(text -> !text.isEmpty() && !text.equals(line))
                .toList();
    }

    /** Waits for a text and returns all that has come up to then. */
    public String await(String text) throws IOException {
        return awaitMatch(Pattern.compile(Pattern.quote(text)));
    }

    /** Returns what has come up to the end of the match; the rest is for the next call. */
    private String awaitMatch(Pattern pattern) throws IOException {
        byte[] buffer = new byte[8192];
        Matcher matcher = pattern.matcher(received);
        while (!matcher.find()) {
            int length;
            try {
                length = in.read(buffer);
            } catch (SocketTimeoutException e) {
                throw new AssertionError("no " + pattern + ", only: " + received);
            }
            if (length < 0) {
                throw new AssertionError("closed before " + pattern + ": " + received);
            }
            received.append(new String(buffer, 0, length, StandardCharsets.ISO_8859_1));
            matcher.reset();
        }
        String taken = received.substring(0, matcher.end());
        received.delete(0, matcher.end());
        return taken;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
