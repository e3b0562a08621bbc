package io.github.sim52xx.at;

/**
 * One V.250 parameter of a DTE–DCE interface, with its range, its factory value and what the bare command sets.
 * S9 and S11 only show in AT&amp;V.
 */
public enum LineParameter {
    /** Command echo, V.250 6.2.4. */
    ECHO("E", 0, 1, 1, 0, true),
    /** Result code suppression, V.250 6.2.5. */
    QUIET("Q", 0, 1, 0, 0, true),
    /** Response format, V.250 6.2.6. */
    VERBOSE("V", 0, 1, 1, 0, true),
    /** CONNECT with additions, V.250 6.2.7. */
    CONNECT_TEXT("X", 0, 4, 0, 1, true),
    /** DCD line, V.250 6.2.8; 2 is the device's: DCD blinks when a data call ends. */
    CARRIER_DETECT("&C", 0, 2, 0, 0, true),
    /** DTR line, V.250 6.2.9. */
    TERMINAL_READY("&D", 0, 2, 2, 0, true),
    /** DSR line, device's own. */
    DATA_SET_READY("&S", 0, 1, 0, 0, true),
    /** Protocol in CONNECT, device's own. */
    PROTOCOL_TEXT("\\V", 0, 1, 0, 0, true),
    /** Which speed CONNECT shows: radio (0) or serial (1), device's own. */
    CONNECT_SPEED("&E", 0, 1, 1, 1, false),
    /** Rings before automatic answer, V.250 6.3.8. */
    AUTO_ANSWER("S0", 0, 255, 0, 0, true),
    /** Command line termination character, V.250 6.2.1. */
    S3("S3", 0, 127, 13, 13, false),
    /** Response formatting character, V.250 6.2.2. */
    S4("S4", 0, 127, 10, 10, false),
    /** Command line editing character, V.250 6.2.3. */
    S5("S5", 0, 127, 8, 8, false),
    S6("S6", 0, 255, 2, 2, false),
    S7("S7", 0, 255, 50, 50, false),
    S8("S8", 0, 255, 2, 2, false),
    S9("S9", 0, 255, 6, 6, false),
    S10("S10", 0, 255, 14, 14, false),
    S11("S11", 0, 255, 95, 95, false),
    /** Mobile equipment errors: 0 plain ERROR, 1 number, 2 text, 27.007 9.1. */
    ERROR_REPORTS("+CMEE", 0, 2, 0, 0, false);

    private final String command;
    private final int min;
    private final int max;
    private final int factory;
    private final int bare;
    private final boolean stored;

    LineParameter(String command, int min, int max, int factory, int bare, boolean stored) {
        this.command = command;
        this.min = min;
        this.max = max;
        this.factory = factory;
        this.bare = bare;
        this.stored = stored;
    }

    /** The command that sets it, as typed behind AT. */
    public String command() {
        return command;
    }

    public int min() {
        return min;
    }

    public int max() {
        return max;
    }

    /** The value after power-on of a new device and after AT&amp;F. */
    public int factory() {
        return factory;
    }

    /** The value that the command sets when its number is left out. */
    public int bare() {
        return bare;
    }

    /** True if AT&amp;W keeps it. */
    public boolean stored() {
        return stored;
    }

    public boolean isRegister() {
        return command.charAt(0) == 'S';
    }
}
