package io.github.sim52xx.cli.transcript;

/**
 * The part of a line of a transcript around one of its columns, its sign in front; all of it if it is short enough.
 *
 * @param mark where the column is in it
 */
record Excerpt(String text, int mark) {

    private static final String CUT = "…";
    private static final int BEFORE = 40;
    private static final int BEHIND = 80;

    static Excerpt of(String line, int column) {
        int sign = line.indexOf(' ') + 1;
        int place = Math.min(Math.max(column, sign), line.length());
        int start = place - sign <= BEFORE ? sign : place - BEFORE;
        int end = Math.min(line.length(), place + BEHIND);
        String head = line.substring(0, sign) + (start > sign ? CUT : "");
        String text = head + line.substring(start, end) + (end < line.length() ? CUT : "");
        return new Excerpt(text, head.length() + place - start);
    }
}
