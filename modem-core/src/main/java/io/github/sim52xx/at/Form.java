package io.github.sim52xx.at;

/** The four forms in which a command can be typed (27.007 clause 4.2). */
public enum Form {
    /** {@code AT+CSQ} or, for a basic command, {@code ATE0}. */
    EXECUTE(""),
    /** {@code AT+CMEE?}. */
    READ("?"),
    /** {@code AT+CMEE=?}. */
    TEST("=?"),
    /** {@code AT+CMEE=2}. */
    WRITE("=");

    private final String suffix;

    Form(String suffix) {
        this.suffix = suffix;
    }

    /** What follows the command's name on the line: nothing, {@code ?}, {@code =?} or {@code =}. */
    public String suffix() {
        return suffix;
    }
}
