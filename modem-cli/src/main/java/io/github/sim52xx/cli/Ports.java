package io.github.sim52xx.cli;

import io.github.sim52xx.cli.port.FragmentedSource;
import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.cli.port.PacedSource;
import io.github.sim52xx.cli.port.PtyPort;
import io.github.sim52xx.cli.port.StandardInput;
import io.github.sim52xx.cli.port.StdioPort;
import io.github.sim52xx.cli.port.TcpPort;
import io.github.sim52xx.modem.Time;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** The ports that {@code sim52xx run} opens, by its options. */
final class Ports {

    private final RunOptions options;
    private final ModemSource modems;
    private TcpPort tcp;
    private PtyPort pty;
    private String skipped;

    Ports(RunOptions options, ModemSource modems, Time time) {
        this.options = options;
        this.modems = fragmented(options, paced(options, modems, time), time);
    }

    private static ModemSource paced(RunOptions options, ModemSource modems, Time time) {
        return options.pace == 0 ? modems : new PacedSource(modems, options.pace, time);
    }

    private static ModemSource fragmented(RunOptions options, ModemSource modems, Time time) {
        return options.fragment == null ? modems : new FragmentedSource(modems, options.fragment, time);
    }

    /** Opens all but standard input and output; {@link Shutdown} closes them. */
    void open() {
        openTcp();
        if (options.pty != null) {
            try {
                pty = new PtyPort(options.pty, modems);
                Shutdown.before(pty::remove);
            } catch (IOException e) {
                throw new FailedException("--pty: " + e.getMessage());
            }
        }
    }

    /** Begins to serve standard input and output; {@code over} runs when that is done. */
    void serveStdio(Runnable over) {
        // The launcher knows without asking the system.
        if (System.getProperty("sim52xx.terminals", "").contains("0")) {
            Shutdown.before(StandardInput.handOnKeys());
        }
        new StdioPort(new FileInputStream(FileDescriptor.in), new FileOutputStream(FileDescriptor.out), modems, over)
                .start();
    }

    /** Null if there is none. */
    TcpPort tcp() {
        return tcp;
    }

    /** Null if there is none. */
    PtyPort pty() {
        return pty;
    }

    /** Why the default TCP port has been left out, or null. */
    String skipped() {
        return skipped;
    }

    private void openTcp() {
        boolean asked = options.tcp != null;
        if (!asked && options.stdio) {
            return;
        }
        InetSocketAddress address =
                asked ? options.tcp : new InetSocketAddress(InetAddress.getLoopbackAddress(), RunOptions.DEFAULT_PORT);
        // A single modem is served best by a single thread; many modems by half of the cores.
        int processors =
                options.freshPerConnection ? Math.max(1, Runtime.getRuntime().availableProcessors() / 2) : 1;
        try {
            tcp = new TcpPort(address, modems, processors);
            Shutdown.before(tcp::close);
        } catch (IOException e) {
            String where = address.getHostString() + ":" + address.getPort();
            if (asked || options.pty == null) {
                throw new FailedException("cannot listen on " + where + ": " + e.getMessage()
                        + "; choose another port with --tcp, 0 takes any free one");
            }
            skipped = where + " is in use, so there is no TCP port; --tcp names another";
        }
    }
}
