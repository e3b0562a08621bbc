package io.github.sim52xx.at;

/**
 * The DTE–DCE interface that a command came from, as the command sees it. Confined to the modem's thread.
 */
public interface Terminal {

    /** Its number on this modem, 1 upwards in the order of attachment; what +CATR counts. */
    int number();

    LineParameters parameters();

    /** False once the DTE has gone (connection closed, PTY hung up). */
    boolean attached();

    /** Sends information text of the command that is running, ahead of its result. Lines are separated by \n. */
    void information(String text);

    /** As {@link #information(String)}, with raw bytes right behind it. */
    void information(String text, byte[] data);

    /**
     * Sends an unsolicited result code to this terminal. It waits while a command runs or data is being typed. Lines
     * are separated by \n.
     */
    void unsolicited(String text);

    /** True if {@link #unsolicitedData} reaches the DTE now: command state, no command at work, and the DTE keeps up. */
    boolean ready();

    /** Calls {@code task} once on the modem's thread, later, when the terminal is ready or has gone. */
    void whenReady(Runnable task);

    /**
     * Sends an unsolicited header, lines separated by \n, and raw bytes behind it; for those that have found the
     * terminal ready.
     */
    void unsolicitedData(String header, byte[] data);

    /**
     * Holds a new connection, in place of one that is held: the terminal stays in command mode, and ATO goes over to
     * the data mode.
     */
    void hold(Reply.Online connection);

    /** Goes over to the data mode of a connection that somebody else has made, as soon as the terminal is ready. */
    void answer(Reply.Online connection);

    /** ATH: gives up the connection that is held, if there is one. */
    void hangUp();
}
