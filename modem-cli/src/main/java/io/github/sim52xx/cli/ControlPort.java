package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.ControlServer;
import io.github.sim52xx.cli.control.Outcomes;
import java.io.IOException;
import java.net.InetSocketAddress;

/**
 * The control port that {@code sim52xx run} opens, by its options, when the AT ports are served by their own threads: the
 * platform's server takes a while to load.
 */
final class ControlPort {

    private final RunOptions options;
    private final Outcomes outcomes;
    private ControlServer server;
    private String skipped;

    ControlPort(RunOptions options, Outcomes outcomes) {
        this.options = options;
        this.outcomes = outcomes;
    }

    /** Opens it if it is wanted; {@link Shutdown} closes it. */
    void open() {
        boolean asked = options.control != null;
        if (options.noControl || options.stdio && !asked) {
            return;
        }
        InetSocketAddress address = asked ? options.control : RunOptions.defaultControl();
        try {
            server = new ControlServer(address, outcomes);
            Shutdown.before(server::close);
        } catch (IOException e) {
            String where = address.getHostString() + ":" + address.getPort();
            if (asked) {
                throw new FailedException("cannot listen on " + where + ": " + e.getMessage()
                        + "; choose another port with --control, 0 takes any free one");
            }
            skipped = where + " is in use, so there is no control port; --control names another";
        }
    }

    /** Null if there is none. */
    InetSocketAddress address() {
        return server == null ? null : server.address();
    }

    /** Why the default port has been left out, or null. */
    String skipped() {
        return skipped;
    }
}
