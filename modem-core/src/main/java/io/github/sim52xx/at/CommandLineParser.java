package io.github.sim52xx.at;

import java.util.Locale;
import java.util.NoSuchElementException;

/**
 * Takes the body of a command line apart, one command at a time (V.250 5.2 to 5.4): {@code E0&C1+CMEE=2;+CSQ} holds
 * four. Basic commands follow one another directly, extended ones end at a semicolon outside quotes. The device
 * also takes {@code #} and {@code $} for {@code +}.
 *
 * <p>Commands in front of a malformed one are executed before its ERROR, therefore the line is parsed as it is
 * executed.
 */
public final class CommandLineParser {

    private static final String EXTENDED_PREFIXES = "+#$*^%";

    private final String body;
    private int position;

    /** @param body what stands between {@code AT} and S3, one byte a character */
    public CommandLineParser(String body) {
        this.body = body;
        skipSeparators();
    }

    public boolean hasNext() {
        return position < body.length();
    }

    /**
     * The next command of the line.
     *
     * @throws ParameterException if what stands there is no command
     * @throws NoSuchElementException if the line is at its end
     */
    public TypedCommand next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        TypedCommand command = EXTENDED_PREFIXES.indexOf(body.charAt(position)) >= 0 ? extended() : basic();
        skipSeparators();
        return command;
    }

    private TypedCommand extended() {
        int start = position++;
        while (hasNext() && isNameCharacter(body.charAt(position))) {
            position++;
        }
        char prefix = body.charAt(start) == '#' || body.charAt(start) == '$' ? '+' : body.charAt(start);
        String name = prefix + body.substring(start + 1, position).toUpperCase(Locale.ROOT);
        skipBlanks();
        Form form = Form.EXECUTE;
        String arguments = "";
        if (take('?')) {
            form = Form.READ;
        } else if (take('=')) {
            skipBlanks();
            int end = endOfArguments();
            arguments = body.substring(position, end);
            position = end;
            form = Form.WRITE;
            if (arguments.stripTrailing().equals("?")) {
                form = Form.TEST;
                arguments = "";
            }
        }
        skipBlanks();
        if (hasNext() && body.charAt(position) != ';') {
            throw new ParameterException("unexpected '" + body.charAt(position) + "' behind " + name);
        }
        return new TypedCommand(name, form, arguments);
    }

    private TypedCommand basic() {
        int start = position;
        if (body.charAt(position) == '&' || body.charAt(position) == '\\') {
            position++;
            skipBlanks();
        }
        if (!hasNext() || !isLetter(body.charAt(position))) {
            throw new ParameterException("no command: " + body.substring(start));
        }
        char letter = Character.toUpperCase(body.charAt(position++));
        if (start == position - 1 && letter == 'S') {
            return sRegister();
        }
        if (start == position - 1 && letter == 'D') {
            return dial();
        }
        String name = start == position - 1 ? "" + letter : "" + body.charAt(start) + letter;
        return new TypedCommand(name, Form.EXECUTE, digits());
    }

    private TypedCommand sRegister() {
        String number = digits();
        String name = "S" + (number.isEmpty() ? "" : Integer.parseInt(number));
        if (take('?')) {
            return new TypedCommand(name, Form.READ, "");
        }
        if (take('=')) {
            skipBlanks();
            return new TypedCommand(name, Form.WRITE, digits());
        }
        return new TypedCommand(name, Form.EXECUTE, "");
    }

    /** The dial string takes the rest of the line; a closing semicolon belongs to it (V.250 6.3.1). */
    private TypedCommand dial() {
        String number = body.substring(position).strip();
        position = body.length();
        return new TypedCommand("D", Form.EXECUTE, number);
    }

    private String digits() {
        skipBlanks();
        int start = position;
        while (hasNext() && body.charAt(position) >= '0' && body.charAt(position) <= '9') {
            position++;
        }
        if (position - start > 9) {
            throw new ParameterException("number too large: " + body.substring(start, position));
        }
        return body.substring(start, position);
    }

    private int endOfArguments() {
        boolean quoted = false;
        for (int i = position; i < body.length(); i++) {
            char c = body.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                return i;
            }
        }
        return body.length();
    }

    private boolean take(char expected) {
        skipBlanks();
        if (hasNext() && body.charAt(position) == expected) {
            position++;
            return true;
        }
        return false;
    }

    private void skipBlanks() {
        while (hasNext() && body.charAt(position) == ' ') {
            position++;
        }
    }

    private void skipSeparators() {
        while (hasNext() && (body.charAt(position) == ' ' || body.charAt(position) == ';')) {
            position++;
        }
    }

    private static boolean isLetter(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
    }

    /** V.250 5.4.1 allows these in the name of an extended command. */
    private static boolean isNameCharacter(char c) {
        return isLetter(c) || c >= '0' && c <= '9' || "!%-./:_".indexOf(c) >= 0;
    }
}
