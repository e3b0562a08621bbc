package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.ControlServer;
import io.github.sim52xx.cli.control.Outcomes;
import io.github.sim52xx.cli.world.World;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.function.Supplier;

/**
 * The control port that {@code sim52xx run} opens, by its options, when the AT ports are served by their own threads: the
 * platform's server takes a while to load.
 */
final class ControlPort {

    private final RunOptions options;
    private final Outcomes outcomes;
    /** Null with many modems. */
    private final Supplier<World> world;

    private ControlServer server;
    private String skipped;

    ControlPort(RunOptions options, Outcomes outcomes, Supplier<World> world) {
        this.options = options;
        this.outcomes = outcomes;
        this.world = world;
    }

    static boolean isWanted(RunOptions options) {
        return !options.noControl && (!options.stdio || options.control != null);
    }

    /** Opens it if it is wanted; {@link Shutdown} closes it. */
    void open() {
        boolean asked = options.control != null;
        if (!isWanted(options)) {
            return;
        }
        InetSocketAddress address = asked ? options.control : RunOptions.defaultControl();
        try {
            server = new ControlServer(address, outcomes, world);
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
