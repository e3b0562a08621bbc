package io.github.sim52xx.email.pop3;

import java.io.IOException;
import java.io.OutputStream;
import java.net.ProtocolException;
import java.util.Locale;

/**
 * Takes the header of a mail and keeps three of its fields, raw but unfolded, as AT+POP3HDR prints them. Bounded: a
 * header without an end is an error.
 */
final class HeaderLines extends OutputStream {

    private static final int MAX_HEADER = 1024 * 1024;
    private static final int MAX_FIELD = 16 * 1024;

    private final StringBuilder line = new StringBuilder();
    private String from = "";
    private String date = "";
    private String subject = "";
    private int total;
    private boolean lineEnded;
    private boolean headerEnded;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        total += length;
        if (total > MAX_HEADER) {
            throw new ProtocolException("the header does not end");
        }
        for (int i = offset; i < offset + length && !headerEnded; i++) {
            take((char) (bytes[i] & 0xff));
        }
    }

    String from() {
        return from;
    }

    String date() {
        return date;
    }

    String subject() {
        return subject;
    }

    /** The header has come to its end. */
    @Override
    public void close() {
        endField();
    }

    private void take(char c) {
        if (lineEnded) {
            lineEnded = false;
            if (c == '\r' || c == '\n') {
                headerEnded = true;
                endField();
                return;
            }
            if (c != ' ' && c != '\t') {
                endField();
            }
        }
        if (c == '\n') {
            lineEnded = true;
        } else if (c != '\r' && line.length() < MAX_FIELD) {
            line.append(c);
        }
    }

    private void endField() {
        String field = line.toString();
        line.setLength(0);
        int colon = field.indexOf(':');
        if (colon < 0) {
            return;
        }
        String value = field.substring(colon + 1).strip();
        switch (field.substring(0, colon).strip().toLowerCase(Locale.ROOT)) {
            case "from" -> from = from.isEmpty() ? value : from;
            case "date" -> date = date.isEmpty() ? value : date;
            case "subject" -> subject = subject.isEmpty() ? value : subject;
            default -> {
                // Not shown.
            }
        }
    }
}
