package io.github.sim52xx.at;

import java.nio.ByteBuffer;

/** A data mode of a terminal: a file transfer protocol or a transparent connection. Confined to the modem's thread. */
public interface DataSession {

    /** The terminal is in data mode; {@code line} leads to it. */
    void begin(Line line);

    /** Bytes from the DTE, raw. Leaves none behind. */
    void receive(ByteBuffer bytes);

    /** The terminal went away or the modem went off. */
    void abandoned();

    /** The terminal as a data session sees it. */
    interface Line {
        /** Sends raw bytes to the DTE. */
        void send(byte[] bytes);

        /** Bytes that are queued for the DTE but have not left yet. */
        long backlog();

        /** Ends the data mode with a result code; null ends it in silence. */
        void leave(FinalResult result);
    }
}
