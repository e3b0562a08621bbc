package io.github.sim52xx.cli;

import io.github.sim52xx.cli.files.Changes;
import io.github.sim52xx.cli.files.Copies;
import io.github.sim52xx.cli.files.Export;
import io.github.sim52xx.cli.files.Import;
import io.github.sim52xx.cli.files.Listing;
import io.github.sim52xx.cli.files.ModemFiles;
import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.fs.HostName;
import io.github.sim52xx.fs.ModemPath;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code sim52xx fs}: the files of a modem, running or stopped. */
@Command(
        name = "fs",
        header = "The file system of a running or a stopped modem.",
        description = {
            "",
            "  sim52xx fs ls C:/Email              of what  sim52xx run  has started",
            "  sim52xx fs tree --state DIR         of a stopped modem, in its state directory",
            "  sim52xx fs put a.jpg C:/Picture/ --to /dev/ttyUSB2",
            "                                      of real hardware",
            "",
            "A PATH begins with a drive, C:/ (flash) or D:/ (card); without one it is on C:.",
            "sim52xx fs COMMAND --help  explains a command.",
            ""
        },
        synopsisSubcommandLabel = "COMMAND",
        sortOptions = false,
        commandListHeading = "%nCommands:%n")
final class FsCommand implements Runnable {

    private static final String FORCE = "Overwrite what is there.";

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    private final Printout out = Printout.standard();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command?");
    }

    @Command(
            name = "ls",
            header = "List a directory.",
            description = {"", "  sim52xx fs ls -l C:/Email/100202110457", ""},
            sortOptions = false)
    int ls(
            @Mixin FsTarget target,
            @Option(names = "-l", description = "With size and time.") boolean details,
            @Parameters(
                            paramLabel = "PATH",
                            arity = "0..1",
                            defaultValue = "C:/",
                            converter = FsPath.class,
                            description = "Default C:/.")
                    ModemPath path) {
        return with(target, false, files -> new Listing(files, this::print).list(path, details));
    }

    @Command(
            name = "tree",
            header = "Show a directory with all that is below it.",
            description = {"", "  sim52xx fs tree", "  sim52xx fs tree C:/Email", ""},
            sortOptions = false)
    int tree(
            @Mixin FsTarget target,
            @Parameters(
                            paramLabel = "PATH",
                            arity = "0..1",
                            defaultValue = "C:/",
                            converter = FsPath.class,
                            description = "Default C:/.")
                    ModemPath path) {
        return with(target, false, files -> new Listing(files, this::print).tree(path));
    }

    @Command(
            name = "cat",
            header = "Print a file, whatever bytes it holds.",
            description = {"", "  sim52xx fs cat C:/Email/100202110457/EMAIL000.TXT", ""},
            sortOptions = false)
    int cat(
            @Mixin FsTarget target,
            @Parameters(paramLabel = "PATH", converter = FsPath.class, description = "A file.") ModemPath path) {
        return with(target, false, files -> {
            // System.out would not say that a disk is full.
            try (OutputStream to = new FileOutputStream(FileDescriptor.out)) {
                new Copies(files, FsProgress::of).print(path, to);
            }
        });
    }

    @Command(
            name = "get",
            header = "Copy a file from the modem to this machine.",
            description = {
                "",
                "  sim52xx fs get C:/Picture/image_0.jpg",
                "  sim52xx fs get C:/Picture/image_0.jpg /tmp/photo.jpg --force",
                ""
            },
            sortOptions = false)
    int get(
            @Mixin FsTarget target,
            @Option(names = "--force", description = FORCE) boolean force,
            @Parameters(paramLabel = "PATH", converter = FsPath.class, description = "A file.") ModemPath path,
            @Parameters(
                            paramLabel = "HOSTFILE",
                            arity = "0..1",
                            defaultValue = ".",
                            description = "Where to; a directory gets a file of the same name. Default: here.")
                    Path host) {
        return with(target, false, files -> {
            boolean into = Files.isDirectory(host) && !path.isRoot();
            new Copies(files, FsProgress::of).get(path, into ? HostName.child(host, path.name()) : host, force);
        });
    }

    @Command(
            name = "put",
            header = "Copy a file of this machine to the modem.",
            description = {
                "",
                "  sim52xx fs put photo.jpg C:/Picture/",
                "  sim52xx fs put photo.jpg C:/Picture/image_0.jpg --force",
                ""
            },
            sortOptions = false)
    int put(
            @Mixin FsTarget target,
            @Option(names = "--force", description = FORCE) boolean force,
            @Parameters(paramLabel = "HOSTFILE", description = "A file.") Path host,
            @Parameters(
                            paramLabel = "PATH",
                            arity = "0..1",
                            defaultValue = "C:/",
                            description = "Where to; a directory gets a file of the same name. Default C:/.")
                    String path) {
        ModemPath place = new FsPath().convert(path);
        return with(target, true, files -> {
            if (!Files.isRegularFile(host)) {
                throw new IOException(host + (Files.isDirectory(host) ? " is a directory" : ": no such file"));
            }
            boolean into = path.endsWith("/") || files.kind(place) == ModemFiles.Kind.DIRECTORY;
            ModemPath copy = into ? place.child(HostName.of(host)) : place;
            new Copies(files, FsProgress::of).put(host, copy, force);
        });
    }

    @Command(
            name = "rm",
            header = "Delete files, with -r directories too.",
            description = {
                "",
                "  sim52xx fs rm C:/Picture/image_0.jpg C:/Picture/image_1.jpg",
                "  sim52xx fs rm -r C:/Email",
                "",
                "The directories that a drive always has (Audio, Picture, Video, VideoCall) are emptied and stay.",
                ""
            },
            sortOptions = false)
    int rm(
            @Mixin FsTarget target,
            @Option(names = "-r", description = "Delete directories with all that is in them.") boolean recursive,
            @Option(names = "--force", description = "Do not mind what does not exist; may empty a whole drive.")
                    boolean force,
            @Parameters(paramLabel = "PATH", arity = "1..*", converter = FsPath.class, description = "What to delete.")
                    List<ModemPath> paths) {
        return with(target, false, files -> {
            for (ModemPath path : paths) {
                new Changes(files).delete(path, recursive, force);
            }
        });
    }

    @Command(
            name = "mkdir",
            header = "Make directories.",
            description = {"", "  sim52xx fs mkdir C:/Notes", "  sim52xx fs mkdir -p C:/Notes/2010/02", ""},
            sortOptions = false)
    int mkdir(
            @Mixin FsTarget target,
            @Option(names = "-p", description = "Make missing parents too; do not mind what exists.") boolean parents,
            @Parameters(paramLabel = "PATH", arity = "1..*", converter = FsPath.class, description = "What to make.")
                    List<ModemPath> paths) {
        return with(target, true, files -> {
            for (ModemPath path : paths) {
                new Changes(files).makeDirectory(path, parents);
            }
        });
    }

    @Command(
            name = "export",
            header = "Copy whole drives to a directory of this machine, as DIR/C and DIR/D.",
            description = {"", "  sim52xx fs export backup", "  sim52xx fs export backup --state DIR", ""},
            sortOptions = false)
    int exportDrives(
            @Mixin FsTarget target,
            @Option(names = "--force", description = FORCE) boolean force,
            @Parameters(paramLabel = "DIR", description = "Made if it does not exist.") Path directory) {
        return with(target, false, files -> {
            Copies copies = new Copies(files, FsProgress::of);
            copied(new Export(files, copies, this::remark).to(directory, force));
        });
    }

    @Command(
            name = "import",
            header = "Copy DIR/C and DIR/D of this machine to the drives.",
            description = {
                "",
                "  sim52xx fs import backup",
                "  sim52xx fs import backup --force --state DIR",
                "",
                "What is on the drives and not in DIR stays.",
                ""
            },
            sortOptions = false)
    int importDrives(
            @Mixin FsTarget target,
            @Option(names = "--force", description = FORCE) boolean force,
            @Parameters(paramLabel = "DIR", description = "Holds C or D or both.") Path directory) {
        return with(target, true, files -> {
            Copies copies = new Copies(files, FsProgress::of);
            copied(new Import(files, copies, this::remark).from(directory, force));
        });
    }

    private interface Work {
        void on(ModemFiles files) throws IOException;
    }

    /** @param mayCreate whether a state directory that does not exist is made */
    private int with(FsTarget target, boolean mayCreate, Work work) {
        try (ModemFiles files = target.open(mayCreate, this::remark)) {
            work.on(files);
            return 0;
        } catch (IOException e) {
            throw new FailedException(Reason.of(e));
        } finally {
            FsProgress.end();
        }
    }

    private void copied(int files) {
        print(files + (files == 1 ? " file" : " files"));
    }

    private void print(String text) {
        out.line(FileName.encode(text));
    }

    private void remark(String text) {
        spec.commandLine().getErr().println("sim52xx: " + text);
        spec.commandLine().getErr().flush();
    }
}
