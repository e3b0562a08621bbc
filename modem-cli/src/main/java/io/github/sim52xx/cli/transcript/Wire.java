package io.github.sim52xx.cli.transcript;

import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;

/** The DTE's end of one connection to a modem: bytes out, bytes in. Used by one thread. */
public interface Wire extends Closeable {

    /** Sends all of {@code bytes}. */
    void send(byte[] bytes) throws IOException;

    /**
     * Waits for something to come and returns what there is.
     *
     * @return empty if nothing has come within {@code patience}, null if the other end has closed
     */
    byte[] receive(Duration patience) throws IOException;

    /** Closes; if that can be told from an orderly end, it is none. */
    default void reset() throws IOException {
        close();
    }

    /** Hangs up, and takes the line up again when the modem cannot but have noticed; what was on its way is lost. */
    default void hangUp() throws IOException {
        throw new IOException("nobody can hang up here");
    }
}
