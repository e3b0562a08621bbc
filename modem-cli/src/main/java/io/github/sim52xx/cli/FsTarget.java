package io.github.sim52xx.cli;

import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.files.AtFiles;
import io.github.sim52xx.cli.files.ModemFiles;
import io.github.sim52xx.cli.files.StoredFiles;
import io.github.sim52xx.fs.StateDirectory;
import io.github.sim52xx.fs.StateDirectoryException;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Which modem the files of {@code sim52xx fs} are those of. */
final class FsTarget {

    @Option(
            names = "--to",
            paramLabel = "HOST:PORT|DEVICE",
            description = "A running modem: its TCP port, PTY or serial device; default " + Target.DEFAULT + ".")
    private String to;

    @Option(
            names = "--baud",
            paramLabel = "BAUD",
            converter = Target.Baud.class,
            description = "Speed of a serial device, default 115200.")
    private int baud = Target.DEFAULT_BAUD;

    @Option(names = "--state", paramLabel = "DIR", description = "A stopped modem: its state directory.")
    private Path state;

    @Option(
            names = "--flash",
            paramLabel = "SIZE",
            converter = Size.class,
            description = "With --state: the size of C:, default 128M.")
    private long flash = StorageOptions.DEFAULT.flashBytes();

    @Option(
            names = "--card",
            paramLabel = "SIZE|none",
            converter = Size.class,
            description = "With --state: the size of the card, default 256M.")
    private long card = StorageOptions.DEFAULT.cardBytes();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    /**
     * Gets at the files.
     *
     * @param mayCreate whether a state directory that does not exist is made
     * @param remarks takes what a person should know
     */
    ModemFiles open(boolean mayCreate, Consumer<String> remarks) throws IOException {
        if (state != null && to != null) {
            throw new UsageException("--state is for a stopped modem and --to for a running one");
        }
        return state != null ? stored(mayCreate, remarks) : running();
    }

    /** True if what is there may be taken for the state of a modem, and not for a mistake in typing. */
    private boolean isState() {
        return Stream.of("C", "D", NvramFile.NAME).anyMatch(name -> Files.exists(state.resolve(name)));
    }

    private ModemFiles running() throws IOException {
        Dte dte = Target.parse(to == null ? Target.DEFAULT : to).connect(baud, Duration.ZERO);
        boolean usable = false;
        try {
            ModemFiles files = new AtFiles(dte);
            usable = true;
            return files;
        } finally {
            if (!usable) {
                dte.close();
            }
        }
    }

    private ModemFiles stored(boolean mayCreate, Consumer<String> remarks) throws IOException {
        if (state.toString().isEmpty()) {
            throw new UsageException("--state: the value is empty");
        }
        if (!mayCreate && !isState()) {
            throw new IOException("no state directory " + state
                    + (Files.isDirectory(state) ? ": there is neither C nor D nor " + NvramFile.NAME + " in it" : ""));
        }
        StateDirectory directory = openState();
        directory.warnings().forEach(remarks);
        Blueprint blueprint = Assembly.blueprint(
                        new StorageOptions(flash, card, card > 0), directory, new Resolver(List.of(), List.of()))
                .events(event -> remarks.accept(event.describe()))
                .coldBoot(true)
                .build();
        Modem modem = new Modem(blueprint, new NvramFile(directory));
        return new StoredFiles(modem.part(Storage.class), () -> {
            modem.close();
            directory.close();
        });
    }

    private StateDirectory openState() throws StateDirectoryException {
        try {
            return StateDirectory.open(state);
        } catch (StateDirectoryException e) {
            if (e.inUse()) {
                throw new FailedException(
                        e.getMessage() + ", a running modem: say where that is with --to instead of --state");
            }
            throw e;
        }
    }

    /** A number of bytes, 0 for none. */
    static final class Size implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            return text.equals("none") ? 0 : Values.size(text);
        }
    }
}
