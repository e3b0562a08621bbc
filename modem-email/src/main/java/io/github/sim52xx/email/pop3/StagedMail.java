package io.github.sim52xx.email.pop3;

import io.github.sim52xx.email.mime.MailFiles;
import io.github.sim52xx.fs.Staging;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The files of a mail on their way to a volume. */
record StagedMail(Staging staging) implements MailFiles {

    @Override
    public OutputStream create(String name) throws IOException {
        return staging.file(name);
    }

    @Override
    public InputStream open(String name) throws IOException {
        return staging.open(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        staging.rename(from, to);
    }

    @Override
    public void delete(String name) throws IOException {
        staging.delete(name);
    }
}
