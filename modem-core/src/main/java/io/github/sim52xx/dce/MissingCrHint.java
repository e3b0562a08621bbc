package io.github.sim52xx.dce;

import java.time.Duration;

/**
 * Notices a DTE that ends its lines with LF alone, as many terminal programs do by default. The device would wait for
 * CR forever; after a second of waiting the host is told, once.
 */
final class MissingCrHint {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final DceHost<?> host;
    private final LineEditor editor;
    private final int terminal;
    private boolean watching;

    MissingCrHint(DceHost<?> host, LineEditor editor, int terminal) {
        this.host = host;
        this.editor = editor;
        this.terminal = terminal;
    }

    /** A line feed has been typed in the middle of a command line. */
    void lineFeed() {
        if (watching) {
            return;
        }
        watching = true;
        host.after(PATIENCE, () -> {
            if (editor.lineBegun()) {
                host.hint("terminal " + terminal + " ends its lines with LF; the device waits for CR (\\r)");
            } else {
                watching = false;
            }
        });
    }
}
