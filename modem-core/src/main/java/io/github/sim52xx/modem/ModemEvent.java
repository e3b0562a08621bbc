package io.github.sim52xx.modem;

/** Something that a person at the console wants to know about, apart from the AT dialogue. Immutable. */
public interface ModemEvent {

    /** One line, without a line break. */
    String describe();

    /** A plain remark. */
    record Notice(String describe) implements ModemEvent {}

    /**
     * A programming error. The modem goes on.
     *
     * @param describe what was being done
     * @param error what it failed with
     */
    record Fault(String describe, Throwable error) implements ModemEvent {}
}
