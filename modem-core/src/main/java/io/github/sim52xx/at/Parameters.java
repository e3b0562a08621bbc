package io.github.sim52xx.at;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * The parameters of one command, read from left to right by type: {@code 0,1,"a@b.c","name"}.
 *
 * <p>Blanks outside quotes do not count. A string constant stands in quotes; {@code \22} in it is the character with
 * that hexadecimal code (V.250 5.4.2.2), a bare quote ends it. {@code {non-ascii}"E6B58B"} gives the bytes of a string
 * in hexadecimal, a device speciality. Characters are bytes here (ISO 8859-1): what they mean is for the command to
 * say.
 *
 * <p>Every method that reads throws {@link ParameterException} if what stands there does not fit. A command reads all
 * of its parameters and calls {@link #end()} before it changes anything. Not thread-safe.
 */
public final class Parameters {

    private static final String NON_ASCII = "{non-ascii}";

    private final String text;
    private int position;
    private boolean exhausted;

    /** @param text what stands after {@code =}, up to the end of the command */
    public Parameters(String text) {
        this.text = text;
        skipBlanks();
        exhausted = position == text.length();
    }

    /** All of them as they were typed. */
    public String text() {
        return text;
    }

    /** True if a further parameter follows, be it an empty one: after {@code 1} in {@code 1,}. */
    public boolean hasNext() {
        return !exhausted;
    }

    /** True if the next parameter exists and is not empty. */
    public boolean given() {
        return !exhausted && position < text.length() && text.charAt(position) != ',';
    }

    /** Passes over one parameter that has been left out; does nothing at the end. */
    public void skip() {
        if (given()) {
            throw new ParameterException("value where none is allowed");
        }
        next();
    }

    /** A decimal number from {@code min} to {@code max}. */
    public int integer(String name, int min, int max) {
        String word = bare(name);
        int value;
        try {
            value = Integer.parseInt(word);
        } catch (NumberFormatException e) {
            throw new ParameterException(name + " is not a number: " + word);
        }
        if (value < min || value > max) {
            throw new ParameterException(name + " is not in " + min + "-" + max + ": " + word);
        }
        return value;
    }

    /** As {@link #integer}, or {@code absent} if the parameter has been left out. */
    public int integerOr(String name, int min, int max, int absent) {
        if (given()) {
            return integer(name, min, max);
        }
        skip();
        return absent;
    }

    /** A string constant, in quotes or as {@code {non-ascii}"hex"}, of {@code min} to {@code max} bytes. */
    public String string(String name, int min, int max) {
        if (!given()) {
            throw new ParameterException(name + " is missing");
        }
        String value;
        if (text.charAt(position) == '"') {
            value = quoted(name);
        } else if (startsWithNonAscii()) {
            position += NON_ASCII.length();
            skipBlanks();
            value = hexadecimal(name);
        } else {
            throw new ParameterException(name + " is not in quotes");
        }
        next();
        if (value.length() < min || value.length() > max) {
            throw new ParameterException(name + " is not " + min + " to " + max + " characters long");
        }
        return value;
    }

    /** As {@link #string}, or {@code absent} if the parameter has been left out. */
    public String stringOr(String name, int min, int max, String absent) {
        if (given()) {
            return string(name, min, max);
        }
        skip();
        return absent;
    }

    /** A string that may also stand without quotes, as paths and PINs do: {@code AT+FSCD=C:/Picture}. */
    public String word(String name, int min, int max) {
        if (given() && (text.charAt(position) == '"' || startsWithNonAscii())) {
            return string(name, min, max);
        }
        String value = bare(name);
        if (value.length() < min || value.length() > max) {
            throw new ParameterException(name + " is not " + min + " to " + max + " characters long");
        }
        return value;
    }

    /** Checks that nothing is left. */
    public void end() {
        if (!exhausted) {
            throw new ParameterException("superfluous parameter");
        }
    }

    private String bare(String name) {
        if (!given()) {
            throw new ParameterException(name + " is missing");
        }
        if (text.charAt(position) == '"') {
            throw new ParameterException(name + " must not be in quotes");
        }
        int comma = text.indexOf(',', position);
        int stop = comma < 0 ? text.length() : comma;
        int last = stop;
        while (last > position && text.charAt(last - 1) == ' ') {
            last--;
        }
        String word = text.substring(position, last);
        position = stop;
        next();
        return word;
    }

    private String quoted(String name) {
        StringBuilder value = new StringBuilder();
        int i = position + 1;
        while (i < text.length() && text.charAt(i) != '"') {
            char c = text.charAt(i);
            if (c == '\\' && isHex(i + 1) && isHex(i + 2)) {
                value.append((char) HexFormat.fromHexDigits(text, i + 1, i + 3));
                i += 3;
            } else {
                value.append(c);
                i++;
            }
        }
        if (i == text.length()) {
            throw new ParameterException(name + " has no closing quote");
        }
        position = i + 1;
        return value.toString();
    }

    private String hexadecimal(String name) {
        if (position == text.length() || text.charAt(position) != '"') {
            throw new ParameterException(name + ": " + NON_ASCII + " is not followed by a quote");
        }
        String digits = quoted(name);
        try {
            return new String(HexFormat.of().parseHex(digits), StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(name + " is not hexadecimal");
        }
    }

    private boolean startsWithNonAscii() {
        return text.regionMatches(true, position, NON_ASCII, 0, NON_ASCII.length());
    }

    private boolean isHex(int index) {
        return index < text.length() && HexFormat.isHexDigit(text.charAt(index));
    }

    /** Passes the comma behind the parameter that has just been read. */
    private void next() {
        skipBlanks();
        if (position >= text.length()) {
            exhausted = true;
            return;
        }
        if (text.charAt(position) != ',') {
            throw new ParameterException("no comma after a parameter");
        }
        position++;
        skipBlanks();
    }

    private void skipBlanks() {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
    }
}
