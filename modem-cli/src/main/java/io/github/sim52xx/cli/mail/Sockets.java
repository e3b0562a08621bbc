package io.github.sim52xx.cli.mail;

import java.io.Closeable;
import java.io.IOException;

/** The end of sockets. */
final class Sockets {

    private Sockets() {}

    static void close(Closeable socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // What cannot be closed has gone before.
            return;
        }
    }
}
