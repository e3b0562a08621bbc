package io.github.sim52xx.cli.transcript;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has come at a terminal, taken apart into lines, without empty ones and without the echo of what has been sent;
 * or, where that matters, taken as it is. Byte strings. Not thread-safe.
 */
final class Incoming {

    /** What becomes of an attempt to take bytes away. */
    enum Match {
        WHOLE,
        /** As far as they have come. */
        BEGUN,
        DIFFERENT
    }

    /** @param data it is none of a command line */
    private record Echo(String text, boolean data) {}

    /** So many echoes may be outstanding; with the echo off none of them ever comes. */
    private static final int ECHOES = 256;

    private final StringBuilder came = new StringBuilder();
    private final Deque<Echo> echoes = new ArrayDeque<>();
    /** A line feed that comes now belongs to the line before. */
    private boolean afterReturn;

    Incoming() {}

    /** Another one in the same state. */
    Incoming(Incoming other) {
        came.append(other.came);
        echoes.addAll(other.echoes);
        afterReturn = other.afterReturn;
    }

    /** This has been sent; its echo may come. */
    void sent(String bytes) {
        boolean data = !bytes.endsWith("\r");
        // A line is executed, and answered, before what follows it is echoed.
        for (String line : bytes.split("(?<=\r)")) {
            String echo = echoOf(line);
            if (!echo.isEmpty()) {
                echoes.add(new Echo(echo, data));
            }
        }
        while (echoes.size() > ECHOES) {
            echoes.remove();
        }
    }

    void add(byte[] bytes) {
        came.append(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    int size() {
        return came.length();
    }

    /** The next line, without its end; null if none is complete. */
    String line() {
        skip();
        int end = lineEnd();
        if (end < 0 || mayBecomeEcho()) {
            return null;
        }
        // Data is echoed while it is taken, before anything is answered: the same bytes may come as a payload.
        echoes.removeIf(Echo::data);
        String line = came.substring(0, end);
        afterReturn = came.charAt(end) == '\r';
        came.delete(0, end + 1);
        return line;
    }

    /** Takes exactly these bytes away, echo and line ends included. */
    Match take(String expected) {
        expectBytes();
        int common = Math.min(came.length(), expected.length());
        if (!expected.startsWith(came.substring(0, common))) {
            return Match.DIFFERENT;
        }
        if (common < expected.length()) {
            return Match.BEGUN;
        }
        came.delete(0, common);
        return Match.WHOLE;
    }

    /** Takes everything away, as {@link #take} would. */
    String takeAll() {
        expectBytes();
        String all = came.toString();
        came.setLength(0);
        return all;
    }

    /** Everything that has come, but for empty lines and echoes at its beginning. */
    String rest() {
        skip();
        return came.toString();
    }

    /** As {@link #rest}, with empty lines and echoes. */
    String everything() {
        return came.toString();
    }

    /** True if what is there is, as far as it has come, nothing but an echo. */
    boolean mayBecomeEcho() {
        return echoes.stream().anyMatch(echo -> echo.text().startsWith(came.toString()));
    }

    private void expectBytes() {
        echoes.clear();
        skipLineFeed();
    }

    private void skip() {
        do {
            skipLineFeed();
            int start = 0;
            while (start < came.length() && isLineEnd(came.charAt(start))) {
                start++;
            }
            came.delete(0, start);
        } while (skipEcho());
    }

    private void skipLineFeed() {
        if (afterReturn && came.length() > 0) {
            afterReturn = false;
            if (came.charAt(0) == '\n') {
                came.deleteCharAt(0);
            }
        }
    }

    private boolean skipEcho() {
        for (Echo echo : echoes) {
            if (came.indexOf(echo.text()) == 0) {
                came.delete(0, echo.text().length());
                // What was sent before had no echo.
                Echo passed;
                do {
                    passed = echoes.remove();
                } while (!passed.equals(echo));
                return true;
            }
        }
        return false;
    }

    private int lineEnd() {
        for (int i = 0; i < came.length(); i++) {
            if (isLineEnd(came.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isLineEnd(char c) {
        return c == '\r' || c == '\n';
    }

    /** Ctrl-Z and ESC end a text and are no part of it; line ends in front are empty lines. */
    private static String echoOf(String bytes) {
        int start = 0;
        while (start < bytes.length() && isLineEnd(bytes.charAt(start))) {
            start++;
        }
        int end = bytes.length();
        while (end > start && (bytes.charAt(end - 1) == 0x1a || bytes.charAt(end - 1) == 0x1b)) {
            end--;
        }
        return bytes.substring(start, end);
    }
}
