package io.github.sim52xx.email.mime;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The multiparts around the current position, outermost first, and the lines that delimit their parts (RFC 2046 5.1.1):
 * two hyphens, the boundary, two more behind the last part, blanks. Not thread-safe.
 */
final class Delimiters {

    /** The longest delimiter line that is recognized; RFC 2046 allows boundaries of 70 characters. */
    static final int MAX_LINE = 1024;

    /** Multiparts inside more than this many others are not taken apart. */
    static final int MAX_DEPTH = 32;

    /**
     * A delimiter line.
     *
     * @param level which multipart it belongs to, 0 is the outermost
     * @param close whether it ends that multipart
     */
    record Delimiter(int level, boolean close) {}

    private record Multipart(byte[] boundary, String defaultType) {}

    private final List<Multipart> open = new ArrayList<>();

    /** False if that would be too deep. */
    boolean open(String boundary, String defaultType) {
        if (open.size() == MAX_DEPTH) {
            return false;
        }
        // Blanks at the end of a line may have been added on the way, so those of the boundary do not count either.
        open.add(new Multipart(boundary.stripTrailing().getBytes(StandardCharsets.ISO_8859_1), defaultType));
        return true;
    }

    int depth() {
        return open.size();
    }

    /** Leaves all multiparts from {@code level} on. */
    void close(int level) {
        open.subList(level, open.size()).clear();
    }

    /** The content type of a part that does not name its own. */
    String defaultType() {
        return open.get(open.size() - 1).defaultType();
    }

    /** What delimiter the line at {@code offset} is, with or without its line end; null if it is none. */
    Delimiter match(byte[] line, int offset, int length) {
        if (length < 2 || line[offset] != '-' || line[offset + 1] != '-') {
            return null;
        }
        int end = offset + length;
        while (line[end - 1] <= ' ' && line[end - 1] >= 0) {
            end--;
        }
        for (int level = open.size() - 1; level >= 0; level--) {
            byte[] boundary = open.get(level).boundary();
            int behind = offset + 2 + boundary.length;
            if (begins(line, offset + 2, end, boundary)) {
                if (behind == end) {
                    return new Delimiter(level, false);
                }
                if (behind + 2 == end && line[behind] == '-' && line[behind + 1] == '-') {
                    return new Delimiter(level, true);
                }
            }
        }
        return null;
    }

    private static boolean begins(byte[] line, int offset, int end, byte[] boundary) {
        if (end - offset < boundary.length) {
            return false;
        }
        for (int i = 0; i < boundary.length; i++) {
            if (line[offset + i] != boundary[i]) {
                return false;
            }
        }
        return true;
    }
}
