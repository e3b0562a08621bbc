package io.github.sim52xx.modem;

/**
 * A part of the modem that is made on first use: its storage, its mail clients, its bearer. See {@link Modem#part}.
 * Confined to the modem's thread.
 */
public interface Part {

    /** The modem goes off or restarts: sessions end, what is volatile is forgotten. */
    default void powerOff() {}

    /** AT&amp;F1: what the part keeps in the non-volatile memory has been forgotten there. */
    default void factoryReset() {}

    /** The modem is not needed any more: everything is given back. */
    default void close() {}
}
