package io.github.sim52xx.dce;

import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import java.io.IOException;
import java.util.function.Consumer;

/** A {@link Reply.Stream} on its way to the DTE, as fast as that takes it. Confined to the modem's thread. */
final class LongOutput {

    private final Reply.Stream stream;
    private final DceHost<?> host;

    LongOutput(Reply.Stream stream, DceHost<?> host) {
        this.stream = stream;
        this.host = host;
    }

    /** Sends on; returns the answer at the end, null if the DTE is slower than the output. */
    Response sendOn(Outlet outlet, Consumer<byte[]> send) {
        boolean more = false;
        try {
            while (!outlet.congested()) {
                byte[] piece = stream.body().next();
                if (piece == null) {
                    return Response.of(stream.result());
                }
                send.accept(piece);
            }
            more = true;
            return null;
        } catch (IOException e) {
            host.hint("output has ended early: " + e.getMessage());
            return Response.error();
        } finally {
            if (!more) {
                close();
            }
        }
    }

    /** Gives up what has not been sent. */
    void close() {
        stream.body().close();
    }
}
