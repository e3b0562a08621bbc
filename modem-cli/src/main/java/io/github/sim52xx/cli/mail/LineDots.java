package io.github.sim52xx.cli.mail;

/** Search for dots at the start of lines, which both protocols double on the way (RFC 5321 4.5.2, RFC 1939 3). */
final class LineDots {

    private LineDots() {}

    /**
     * The index of the first dot that follows CR LF, both of them not before {@code from}, or -1. Three bytes are sought,
     * so of most text only every third byte is looked at (Horspool).
     */
    static int find(byte[] bytes, int from, int end) {
        int at = from + 2;
        while (at < end) {
            byte b = bytes[at];
            if (b > '.') {
                at += 3;
            } else if (b == '.') {
                if (bytes[at - 1] == '\n' && bytes[at - 2] == '\r') {
                    return at;
                }
                at += 3;
            } else if (b == '\n') {
                at += 1;
            } else if (b == '\r') {
                at += 2;
            } else {
                at += 3;
            }
        }
        return -1;
    }
}
