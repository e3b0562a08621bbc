package io.github.sim52xx.cli.world;

/** What was asked of the world cannot be; the message says in one line why, and what would be right. */
public final class WorldException extends Exception {

    private static final long serialVersionUID = 1;

    /** Whose fault it is. */
    public enum Reason {
        /** There is no such action or state. */
        UNKNOWN,
        /** An argument is missing, one too many, or not what it has to be. */
        ARGUMENT,
        /** Not now, or not with this modem. */
        IMPOSSIBLE,
        /** The modem does not come to it. */
        BUSY
    }

    private final Reason reason;
    /** Null if it is not about one. */
    private final String argument;

    private WorldException(Reason reason, String argument, String message) {
        super(message);
        this.reason = reason;
        this.argument = argument;
    }

    /** For effects: {@code "the modem is off; power on switches it on"}. */
    public static WorldException impossible(String message) {
        return new WorldException(Reason.IMPOSSIBLE, null, message);
    }

    static WorldException unknown(String message) {
        return new WorldException(Reason.UNKNOWN, null, message);
    }

    static WorldException busy(String message) {
        return new WorldException(Reason.BUSY, null, message);
    }

    /** An argument that its kind admits and the world does not. */
    public static WorldException argument(String name, String message) {
        return new WorldException(Reason.ARGUMENT, name, message);
    }

    public Reason reason() {
        return reason;
    }

    /** The name of the argument that is at fault, or null. */
    public String argument() {
        return argument;
    }
}
