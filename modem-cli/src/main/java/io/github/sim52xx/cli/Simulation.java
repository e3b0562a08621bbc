package io.github.sim52xx.cli;

import io.github.sim52xx.fs.StateDirectory;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.net.Resolver;
import java.io.IOException;
import java.nio.file.Path;

/** The product without its command line: for tests, and for programs that have a modem inside. */
public final class Simulation {

    private Simulation() {}

    /** A blueprint with all commands and parts; what its modems store lives as long as they. */
    public static Blueprint.Builder blueprint(StorageOptions storage, Resolver resolver) {
        return Assembly.blueprint(storage, null, resolver);
    }

    /** The same with {@code --state}: the drives live in {@code state}, and so does {@link #memory}. */
    public static Blueprint.Builder blueprint(StorageOptions storage, StateDirectory state, Resolver resolver) {
        return Assembly.blueprint(storage, state, resolver);
    }

    /** The non-volatile memory that lives in {@code state}. */
    public static NonVolatile.Medium memory(StateDirectory state) {
        return new NvramFile(state);
    }

    /** What {@code --trace} writes, with passwords masked; a line is in the file when it is complete. */
    public static Trace trace(Path file) throws IOException {
        return new TraceFile(file);
    }
}
