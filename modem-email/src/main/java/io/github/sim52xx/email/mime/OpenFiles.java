package io.github.sim52xx.email.mime;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The files of one mail, of which it is known which are still being written. */
final class OpenFiles implements Closeable {

    private final MailFiles files;
    private final FileNames names = new FileNames();
    private final List<FileSink> open = new ArrayList<>();
    private int temporary;

    OpenFiles(MailFiles files) {
        this.files = files;
    }

    FileNames names() {
        return names;
    }

    /** Makes a file under the given name or, if that is taken, one like it. */
    FileSink create(String wanted) throws IOException {
        return opened(names.claim(wanted));
    }

    /** Makes a file that is renamed or deleted before the mail is complete; its name takes none from an attachment. */
    FileSink createTemporary() throws IOException {
        // The name of no attachment ends with a blank.
        return opened("part" + ++temporary + " ");
    }

    InputStream read(String name) throws IOException {
        return files.open(name);
    }

    void rename(String from, String to) throws IOException {
        files.rename(from, to);
    }

    void delete(FileSink file) throws IOException {
        file.abandon();
        files.delete(file.name());
        names.release(file.name());
    }

    void closed(FileSink file) {
        open.remove(file);
    }

    /** Closes what is still open: the mail is given up. */
    @Override
    public void close() throws IOException {
        IOException first = null;
        for (FileSink file : List.copyOf(open)) {
            try {
                file.abandon();
            } catch (IOException e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }

    private FileSink opened(String name) throws IOException {
        FileSink file = new FileSink(name, files.create(name), this);
        open.add(file);
        return file;
    }
}
