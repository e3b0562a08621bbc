package io.github.sim52xx.email.pop3;

import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Staging;

/**
 * A mail that is on a volume as a whole, but still out of sight: {@link #show} makes its directory appear, {@link #close}
 * gives up what has not appeared. Handed from the worker that received it to the modem's thread, on which it is decided
 * whether it is still wanted.
 */
final class ArrivedMail implements AutoCloseable {

    private final MailSaver saver;
    private final Staging staging;
    private final String file;

    ArrivedMail(MailSaver saver, Staging staging, String file) {
        this.saver = saver;
        this.staging = staging;
        this.file = file;
    }

    /** The directory appears complete, or not at all. */
    SavedMail show() throws FileSystemException {
        ModemPath directory = saver.directory();
        staging.commit(directory);
        return new SavedMail(directory.child(file));
    }

    @Override
    public void close() {
        staging.close();
    }
}
