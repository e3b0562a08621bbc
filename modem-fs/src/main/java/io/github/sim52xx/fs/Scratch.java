package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.atomic.AtomicLong;

/** {@code DIR/.tmp}: what is not complete yet. Whatever is there when a state directory is opened or closed goes. Thread-safe. */
final class Scratch {

    private final Host host;
    private final Path directory;
    private final AtomicLong count = new AtomicLong();

    Scratch(Host host, Path directory) {
        this.host = host;
        this.directory = directory;
    }

    /** A name that has not been used yet. */
    Path fresh() {
        return directory.resolve(Long.toString(count.incrementAndGet()));
    }

    /** Deletes everything but {@code kept}. */
    void clear(Path kept) throws IOException {
        for (Path left : host.list(directory)) {
            if (!left.equals(kept)) {
                deleteTree(left);
            }
        }
    }

    /** Deletes {@code path} and what is in it, if it exists. */
    void deleteTree(Path path) throws IOException {
        BasicFileAttributes attributes = host.attributes(path);
        if (attributes == null) {
            return;
        }
        if (attributes.isDirectory()) {
            for (Path child : host.list(path)) {
                deleteTree(child);
            }
        }
        host.delete(path);
    }

    /** Puts {@code content} at {@code target} at once, in place of what is there. */
    void replace(Path target, byte[] content) throws IOException {
        Path fresh = fresh();
        boolean moved = false;
        try {
            try (OutputStream file = host.create(fresh)) {
                file.write(content);
            }
            host.move(fresh, target);
            moved = true;
        } finally {
            if (!moved) {
                deleteTree(fresh);
            }
        }
    }
}
