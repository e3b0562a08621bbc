package io.github.sim52xx.it.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/**
 * Host code as people write it for small boards: a serial port, lines that end with CR LF, a buffer of fixed size, a
 * piece of text to look for and how long. It understands nothing of what it reads.
 */
final class Sketch implements AutoCloseable {

    private final Socket serial;
    private final InputStream in;
    private final StringBuilder buffer = new StringBuilder();

    Sketch(int port) throws IOException {
        serial = new Socket(InetAddress.getLoopbackAddress(), port);
        serial.setTcpNoDelay(true);
        in = serial.getInputStream();
    }

    /** Serial.print(): without line end. */
    void print(String text) throws IOException {
        serial.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** Serial.println(). */
    void println(String text) throws IOException {
        print(text + "\r\n");
    }

    /** while (Serial.available()) Serial.read(): what has come by now is thrown away. */
    void flushInput() throws IOException {
        while (in.available() > 0) {
            in.read();
        }
        buffer.setLength(0);
    }

    /** Sends a command at once, whatever may still be on its way, and looks for {@code expected} for a while. */
    boolean sendCommand(String command, String expected, int millis) throws IOException {
        flushInput();
        println(command);
        return waitFor(expected, millis);
    }

    /** As {@link #sendCommand}, with an answer that ends the waiting too: 1, 2, or 0 for neither. */
    int sendCommand(String command, String first, String second, int millis) throws IOException {
        flushInput();
        println(command);
        long end = System.currentTimeMillis() + millis;
        while (System.currentTimeMillis() < end) {
            read(end);
            if (buffer.indexOf(first) >= 0) {
                return 1;
            }
            if (buffer.indexOf(second) >= 0) {
                return 2;
            }
        }
        return 0;
    }

    /** strstr(buffer, expected) until it is there or time is up. */
    boolean waitFor(String expected, int millis) throws IOException {
        long end = System.currentTimeMillis() + millis;
        while (buffer.indexOf(expected) < 0) {
            if (System.currentTimeMillis() >= end) {
                return false;
            }
            read(end);
        }
        return true;
    }

    /** Characters one at a time up to {@code last}, those of the buffer first. */
    String readUntil(char last, int millis) throws IOException {
        String end = String.valueOf(last);
        if (!waitFor(end, millis)) {
            throw new AssertionError("no " + (int) last + " in " + buffer);
        }
        int length = buffer.indexOf(end) + 1;
        String read = buffer.substring(0, length);
        buffer.delete(0, length);
        return read;
    }

    /** Throws away up to and with a piece of text, for which it waits. */
    void skip(String text, int millis) throws IOException {
        if (!waitFor(text, millis)) {
            throw new AssertionError("no " + text + " in " + buffer);
        }
        buffer.delete(0, buffer.indexOf(text) + text.length());
    }

    String buffer() {
        return buffer.toString();
    }

    private void read(long end) throws IOException {
        serial.setSoTimeout((int) Math.max(1, end - System.currentTimeMillis()));
        try {
            int c = in.read();
            if (c < 0) {
                throw new AssertionError("the modem hung up behind " + buffer);
            }
            buffer.append((char) c);
        } catch (SocketTimeoutException e) {
            // The caller looks at the clock.
        }
    }

    @Override
    public void close() throws IOException {
        serial.close();
    }
}
