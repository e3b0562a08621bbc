package io.github.sim52xx.at;

import java.nio.ByteBuffer;

/** A data mode of a terminal: a file transfer protocol or a transparent connection. Confined to the modem's thread. */
public interface DataSession {

    /** The terminal is in data mode, or holds the connection ({@link Terminal#hold}); {@code line} leads to it. */
    void begin(Line line);

    /** Bytes from the DTE, raw. What it leaves there when it hands the terminal back is the next command line. */
    void receive(ByteBuffer bytes);

    /** The terminal went away, the DTE hung up (ATH, DTR) or the modem went off. */
    void abandoned();

    /** What was queued for the DTE has left after so much of it that sending on would have been of no use. */
    default void drained() {}

    /**
     * True, always, if this is a connection: {@code +++} and DTR take the terminal back to command mode while the
     * connection is held, ATO resumes it, and DCD shows it.
     */
    default boolean escapable() {
        return false;
    }

    /** True if it has ended before it began: the terminal does not go over to it. */
    default boolean over() {
        return false;
    }

    /** The terminal is in command mode; what is for the DTE has to wait here, for what is sent now is lost. */
    default void held() {}

    /** The terminal is in data mode again, by the line that {@link #begin} gave. */
    default void resumed() {}

    /** The terminal as a data session sees it. */
    interface Line {
        /** Sends raw bytes to the DTE; while the session is held they are lost. */
        void send(byte[] bytes);

        /** True while the terminal is in data mode with this session. */
        boolean online();

        /** Bytes that are queued for the DTE but have not left yet. */
        long backlog();

        /** True while so much is queued for the DTE that {@link DataSession#drained} will be called. */
        boolean congested();

        /** Asks the DTE for a pause (true) or for more (false): bytes that are on their way still come. */
        void holdInput(boolean hold);

        /**
         * Ends the session with a result code; null ends it in silence. The terminal is in command mode then, where the
         * DTE of a session that is held sees the result code as an unsolicited one.
         */
        void leave(FinalResult result);
    }
}
