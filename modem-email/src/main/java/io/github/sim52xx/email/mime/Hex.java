package io.github.sim52xx.email.mime;

/** Hexadecimal digits as quoted-printable, encoded words and RFC 2231 use them; small letters count too. */
final class Hex {

    private Hex() {}

    /** The digit's value, or -1. */
    static int digit(int c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    /** The value of the two digits at {@code position}, or -1. */
    static int value(CharSequence text, int position) {
        if (position + 1 >= text.length()) {
            return -1;
        }
        int high = digit(text.charAt(position));
        int low = digit(text.charAt(position + 1));
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }
}
