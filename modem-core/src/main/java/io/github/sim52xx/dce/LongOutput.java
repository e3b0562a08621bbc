package io.github.sim52xx.dce;

import io.github.sim52xx.at.FinalResult;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.ResultCode;
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

    /** Sends on; returns the result at the end, null if the DTE is slower than the output. */
    FinalResult sendOn(Outlet outlet, Consumer<byte[]> send) {
        try {
            while (!outlet.congested()) {
                byte[] piece = stream.body().next();
                if (piece == null) {
                    close();
                    return stream.result();
                }
                send.accept(piece);
            }
            return null;
        } catch (IOException e) {
            host.hint("output has ended early: " + e.getMessage());
            close();
            return ResultCode.ERROR;
        }
    }

    /** Gives up what has not been sent. */
    void close() {
        stream.body().close();
    }
}
