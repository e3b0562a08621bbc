package io.github.sim52xx.dce;

import io.github.sim52xx.at.LineParameter;
import io.github.sim52xx.at.LineParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Assembles command lines from typed bytes (V.250 5.2): skips whatever stands before {@code AT}, obeys S3 and S5,
 * recognizes {@code A/} and drops lines that are too long. Telnet negotiation (RFC 854), which some terminal programs
 * send on a raw port, passes unseen. Not thread-safe.
 */
final class LineEditor {

    /** The longest body of a command line, in bytes. */
    static final int MAX_LENGTH = 2048;

    enum Event {
        /** Part of a line, or nothing. */
        NONE,
        /** Belongs to a telnet command, or is the line feed behind S3: not even echoed. */
        UNSEEN,
        /** A line is complete: {@link #takeBody}. */
        LINE,
        /** {@code A/}: the previous line again, at once. */
        REPEAT,
        /** The line that has ended was too long and is gone. */
        TOO_LONG
    }

    private enum Hunt {
        FOR_A,
        FOR_T,
        DONE
    }

    private enum Telnet {
        NONE,
        COMMAND,
        OPTION,
        SUBNEGOTIATION,
        SUBNEGOTIATION_COMMAND
    }

    private static final int IAC = 255;
    private static final int SB = 250;
    private static final int SE = 240;
    private static final int DELETE = 127;
    /** Longer subnegotiations do not occur: noise must not silence the port. */
    private static final int MAX_SUBNEGOTIATION = 64;

    private final LineParameters parameters;
    private byte[] body = new byte[32];
    private int length;
    private Hunt hunt = Hunt.FOR_A;
    private Telnet telnet = Telnet.NONE;
    private int subnegotiated;
    /** The last byte was the S3 of a line. */
    private boolean lineJustEnded;
    /** This DTE sends a line feed behind S3, as far as it has shown. */
    private boolean sendsLineFeed;

    LineEditor(LineParameters parameters) {
        this.parameters = parameters;
    }

    /** True if the line that is being typed has its AT. */
    boolean lineBegun() {
        return hunt == Hunt.DONE;
    }

    Event accept(byte typed) {
        if (typed == (byte) IAC || telnet != Telnet.NONE) {
            if (telnet(typed & 0xff)) {
                return Event.UNSEEN;
            }
        }
        if (lineJustEnded) {
            lineJustEnded = false;
            sendsLineFeed = typed == '\n';
            // An echo of it would come behind the result: host code counts on that to be the end.
            if (sendsLineFeed) {
                return Event.UNSEEN;
            }
        }
        switch (hunt) {
            case FOR_A:
                hunt = typed == 'A' || typed == 'a' ? Hunt.FOR_T : Hunt.FOR_A;
                return Event.NONE;
            case FOR_T:
                return afterA(typed);
            default:
                return inBody(typed);
        }
    }

    /** The body of the line that has just ended, without AT and S3. */
    String takeBody() {
        String line = new String(body, 0, length, StandardCharsets.ISO_8859_1);
        begin();
        return line;
    }

    /**
     * Takes the line feed off that belongs to the line whose command asks for data now, or has connected: it is none of
     * the data.
     *
     * @param unanswered whether these bytes were sent before the DTE could see the prompt or the connection
     * @return whether there was one
     */
    boolean takesLineFeed(ByteBuffer typed, boolean unanswered) {
        boolean itsLineFeed = lineJustEnded && (unanswered || sendsLineFeed) && typed.get(typed.position()) == '\n';
        lineJustEnded = false;
        if (itsLineFeed) {
            typed.get();
        }
        return itsLineFeed;
    }

    /** Forgets what has been typed so far. */
    void begin() {
        length = 0;
        hunt = Hunt.FOR_A;
        if (body.length > 256) {
            body = new byte[32];
        }
    }

    private Event afterA(byte typed) {
        if (typed == '/') {
            begin();
            return Event.REPEAT;
        }
        if (typed == 'T' || typed == 't') {
            hunt = Hunt.DONE;
        } else if (typed != 'A' && typed != 'a') {
            hunt = Hunt.FOR_A;
        }
        return Event.NONE;
    }

    private Event inBody(byte typed) {
        if (typed == parameters.get(LineParameter.S3)) {
            if (length > MAX_LENGTH) {
                begin();
                return Event.TOO_LONG;
            }
            lineJustEnded = true;
            return Event.LINE;
        }
        if (typed == parameters.get(LineParameter.S5) || typed == DELETE) {
            // A line that was too long stays so: what it has lost does not come back.
            length = length > 0 && length <= MAX_LENGTH ? length - 1 : length;
        } else if ((typed & 0xff) >= ' ' && length <= MAX_LENGTH) {
            if (length == body.length) {
                body = Arrays.copyOf(body, Math.min(2 * length, MAX_LENGTH + 1));
            }
            body[length++] = typed;
        }
        return Event.NONE;
    }

    /** Follows telnet's commands; false if the byte is data after all. */
    private boolean telnet(int b) {
        switch (telnet) {
            case NONE:
                telnet = Telnet.COMMAND;
                return true;
            case COMMAND:
                telnet = b == SB ? Telnet.SUBNEGOTIATION : b > SB && b < IAC ? Telnet.OPTION : Telnet.NONE;
                subnegotiated = 0;
                return b >= SE && b < IAC;
            case SUBNEGOTIATION:
                telnet = b == IAC ? Telnet.SUBNEGOTIATION_COMMAND : Telnet.SUBNEGOTIATION;
                break;
            case SUBNEGOTIATION_COMMAND:
                telnet = b == SE ? Telnet.NONE : Telnet.SUBNEGOTIATION;
                break;
            default:
                telnet = Telnet.NONE;
                return true;
        }
        if (++subnegotiated > MAX_SUBNEGOTIATION) {
            telnet = Telnet.NONE;
        }
        return true;
    }
}
