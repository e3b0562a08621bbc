package io.github.sim52xx.email.mime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The attachments of one mail, each a file of its own. Not thread-safe. */
final class Attachments {

    /** A mail with more than this is not worth a directory full of files: the others are only counted. */
    static final int MAX = 999;

    private final OpenFiles files;
    private final List<FileSink> saved = new ArrayList<>();
    private int nameless;
    private int leftOut;

    Attachments(OpenFiles files) {
        this.files = files;
    }

    boolean hasRoom() {
        return saved.size() < MAX;
    }

    /**
     * Begins an attachment.
     *
     * @param name as the sender wrote it; empty if he did not
     * @param type the content type, which tells the extension of a file without a name
     */
    ByteSink create(String name, String type) throws IOException {
        if (!hasRoom()) {
            leftOut++;
            return ByteSink.NOWHERE;
        }
        String safe = FileNames.safe(name);
        if (safe.isEmpty()) {
            safe = String.format(Locale.ROOT, "ATTACH%03d%s", ++nameless, Extensions.of(type));
        }
        FileSink file = files.create(safe);
        saved.add(file);
        return file;
    }

    List<SavedMail.Attachment> saved() {
        return saved.stream()
                .map(file -> new SavedMail.Attachment(file.name(), file.size()))
                .toList();
    }

    int leftOut() {
        return leftOut;
    }
}
