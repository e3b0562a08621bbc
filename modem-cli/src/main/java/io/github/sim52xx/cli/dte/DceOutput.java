package io.github.sim52xx.cli.dte;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Takes apart what a DCE sends: removes the echo, finds result codes and prompts. A result code has an empty line in
 * front of it, which is how an OK in the middle of a text is told from the one behind it; after ATV0 it is a number that
 * ends with S3 alone. A prompt has no line break behind it, therefore only silence shows that it is one. Not thread-safe.
 */
final class DceOutput {

    private static final Set<String> WORDS = Set.of("OK", "ERROR", "NO CARRIER", "NO DIALTONE", "BUSY", "NO ANSWER");
    private static final Pattern ERROR = Pattern.compile("\\+CM[ES] ERROR: .*");
    private static final Pattern CONNECT = Pattern.compile("CONNECT( .*)?");
    private static final Pattern NUMBER = Pattern.compile("\\d");
    private static final Pattern PROMPT = Pattern.compile(">{1,2} ?");
    /** What is longer is handed on in pieces. */
    private static final int MAX_LINE = 64 * 1024;

    private byte[] bytes = {};
    private int position;
    private final StringBuilder line = new StringBuilder();
    private boolean afterReturn;
    private boolean afterEmptyLine;
    /** A number and a carriage return are there: without a line feed behind them they are a result code. */
    private boolean numberEnded;

    /** The present answer has begun. */
    private boolean begun;
    /** It has begun without a line break, as after ATV0. */
    private boolean terse;

    private boolean echoes;
    private String expectedEcho;
    private byte[] expectedData = {};
    private int echoedData;
    /** Data has been sent: what is left of its echo may stand in front of the answer. */
    private boolean afterData;

    /** A command line has been sent. */
    void lineSent(String text) {
        echoes = false;
        expectedEcho = text;
        begun = false;
        terse = false;
    }

    /** Data has been sent at a prompt. */
    void dataSent(byte[] data) {
        int end = data.length;
        // What ends the data is not repeated.
        if (end > 0 && (data[end - 1] == 0x1a || data[end - 1] == 0x1b)) {
            end--;
        }
        expectedData = echoes ? Arrays.copyOf(data, end) : new byte[0];
        echoedData = 0;
        afterData = true;
        begun = false;
        terse = false;
    }

    /** True if the last command line came back. */
    boolean echoes() {
        return echoes;
    }

    void accept(byte[] more) {
        int rest = bytes.length - position;
        byte[] all = Arrays.copyOfRange(bytes, position, position + rest + more.length);
        System.arraycopy(more, 0, all, rest, more.length);
        bytes = all;
        position = 0;
    }

    /** The next thing that is complete, or null. */
    Saying poll() {
        Saying saying = null;
        while (saying == null && position < bytes.length) {
            saying = take();
        }
        return saying;
    }

    /** True if what is there would be something if nothing more came. */
    boolean mayBeComplete() {
        return numberEnded || PROMPT.matcher(line).matches();
    }

    /** What it is, now that nothing more comes. */
    Saying complete() {
        Saying saying = numberEnded ? new Saying.Result(line.toString()) : new Saying.Prompt(line.toString());
        numberEnded = false;
        line.setLength(0);
        return saying;
    }

    /** Removes and returns the beginning of a line that is not complete; empty if it may be part of the echo. */
    String unfinished() {
        String text = line.toString();
        if (expectedEcho != null && expectedEcho.startsWith(text)) {
            return "";
        }
        line.setLength(0);
        return text;
    }

    /** Copies at most {@code max} bytes as they are, from behind the line that came last; returns how many. */
    int copy(long max, OutputStream to) throws IOException {
        if (afterReturn && position < bytes.length) {
            afterReturn = false;
            position += bytes[position] == '\n' ? 1 : 0;
        }
        int length = (int) Math.min(max, bytes.length - position);
        to.write(bytes, position, length);
        position += length;
        return length;
    }

    private Saying take() {
        byte b = bytes[position];
        if (numberEnded) {
            if (b != '\n') {
                return complete();
            }
            numberEnded = false;
            position++;
            return information(takeLine());
        }
        position++;
        if (isEcho(b)) {
            return null;
        }
        boolean secondOfBreak = afterReturn && b == '\n';
        afterReturn = b == '\r';
        if (secondOfBreak) {
            return null;
        }
        if (b == '\r' || b == '\n') {
            return lineEnded();
        }
        line.append((char) (b & 0xff));
        return line.length() < MAX_LINE ? null : information(takeLine());
    }

    private boolean isEcho(byte b) {
        if (echoedData < expectedData.length && expectedData[echoedData] == b) {
            echoedData++;
            return true;
        }
        echoedData = expectedData.length;
        return false;
    }

    private Saying lineEnded() {
        if (line.toString().equals(expectedEcho)) {
            expectedEcho = null;
            echoes = true;
            line.setLength(0);
            return null;
        }
        if (line.toString().isBlank()) {
            begun = true;
            afterEmptyLine = true;
            line.setLength(0);
            return new Saying.Line("");
        }
        if (!begun) {
            begun = true;
            terse = true;
        }
        if (terse && NUMBER.matcher(line).matches()) {
            numberEnded = true;
            return null;
        }
        String text = takeLine();
        if (!isResult(text)) {
            return information(text);
        }
        afterEmptyLine = false;
        return new Saying.Result(text);
    }

    private boolean isResult(String text) {
        if (ERROR.matcher(text).matches()) {
            return afterEmptyLine || terse;
        }
        return afterEmptyLine && (WORDS.contains(text) || CONNECT.matcher(text).matches());
    }

    private Saying information(String text) {
        afterEmptyLine = afterData;
        afterData = false;
        return new Saying.Line(text);
    }

    private String takeLine() {
        String text = line.toString();
        line.setLength(0);
        return text;
    }
}
