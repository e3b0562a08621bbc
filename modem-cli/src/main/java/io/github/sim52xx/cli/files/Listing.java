package io.github.sim52xx.cli.files;

import io.github.sim52xx.cli.files.ModemFiles.Attributes;
import io.github.sim52xx.cli.files.ModemFiles.Kind;
import io.github.sim52xx.fs.ModemPath;
import java.io.IOException;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Shows what is there: {@code ls} and {@code tree}. */
public final class Listing {

    private static final DateTimeFormatter CREATED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final ModemFiles files;
    private final Consumer<String> out;
    private int directoryCount;
    private int fileCount;

    /** @param out takes the lines */
    public Listing(ModemFiles files, Consumer<String> out) {
        this.files = files;
        this.out = out;
    }

    /**
     * What is in a directory, or one file.
     *
     * @param details with size and time
     */
    public void list(ModemPath path, boolean details) throws IOException {
        if (require(path) == Kind.FILE) {
            file(path, path.toString(), details);
            return;
        }
        for (String name : files.directories(path)) {
            out.accept(details ? String.format("%10s  %-19s  %s/", "-", "", name) : name + "/");
        }
        for (String name : files.files(path)) {
            file(path.child(name), name, details);
        }
    }

    /** A directory with all that is below it. */
    public void tree(ModemPath path) throws IOException {
        out.accept(path.toString());
        if (require(path) == Kind.DIRECTORY) {
            branch(path, "");
            out.accept("");
            out.accept(count(directoryCount, "directory", "directories") + ", " + count(fileCount, "file", "files"));
        }
    }

    private Kind require(ModemPath path) throws IOException {
        Kind kind = files.kind(path);
        if (kind == Kind.NONE) {
            throw new IOException(path + ": no such file or directory");
        }
        return kind;
    }

    private void file(ModemPath file, String shown, boolean details) throws IOException {
        if (!details) {
            out.accept(shown);
            return;
        }
        Attributes attributes = files.attributes(file);
        String created = attributes.created() == null ? "" : CREATED.format(attributes.created());
        out.accept(String.format(Locale.ROOT, "%10d  %-19s  %s", attributes.size(), created, shown));
    }

    private void branch(ModemPath directory, String indent) throws IOException {
        List<String> directories = files.directories(directory);
        List<String> leaves = files.files(directory);
        int left = directories.size() + leaves.size();
        directoryCount += directories.size();
        fileCount += leaves.size();
        for (String name : directories) {
            left--;
            out.accept(indent + (left == 0 ? "└── " : "├── ") + name + "/");
            branch(directory.child(name), indent + (left == 0 ? "    " : "│   "));
        }
        for (String name : leaves) {
            left--;
            out.accept(indent + (left == 0 ? "└── " : "├── ") + name);
        }
    }

    private static String count(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }
}
