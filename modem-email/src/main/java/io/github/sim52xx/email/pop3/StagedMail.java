package io.github.sim52xx.email.pop3;

import io.github.sim52xx.email.mime.MailFiles;
import io.github.sim52xx.fs.Staging;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The files of a mail on their way to a volume. A name that the copy of the whole mail has already is changed as if two
 * attachments had it: {@code 100202110457.eml}, {@code 100202110457_1.eml}. Not thread-safe.
 */
final class StagedMail implements MailFiles {

    private final Staging staging;
    /** Names that were changed, by those that were wanted. */
    private final Map<String, String> changed = new HashMap<>(0);

    StagedMail(Staging staging) {
        this.staging = staging;
    }

    @Override
    public OutputStream create(String name) throws IOException {
        String free = free(name);
        if (!free.equals(name)) {
            changed.put(name, free);
        }
        return staging.file(free);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return staging.open(actual(name));
    }

    @Override
    public void rename(String from, String to) throws IOException {
        staging.rename(actual(from), to);
        changed.remove(from);
    }

    @Override
    public void delete(String name) throws IOException {
        staging.delete(actual(name));
        changed.remove(name);
    }

    private String actual(String name) {
        return changed.getOrDefault(name, name);
    }

    private String free(String name) {
        int dot = name.lastIndexOf('.');
        int stem = dot < 0 ? name.length() : dot;
        String free = name;
        for (int n = 1; staging.exists(free); n++) {
            free = name.substring(0, stem) + "_" + n + name.substring(stem);
        }
        return free;
    }
}
