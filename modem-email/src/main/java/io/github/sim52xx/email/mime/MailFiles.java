package io.github.sim52xx.email.mime;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The directory that a mail is saved into. Names that are passed here obey the rules of the device and differ from one
 * another also when case is ignored. What these methods throw, and what the streams throw, reaches the caller of {@link
 * MailReader} unchanged.
 */
public interface MailFiles {

    /** Makes a new file. The stream is closed before the file is renamed, opened or deleted. */
    OutputStream create(String name) throws IOException;

    /** Reads a file back: text of which it turned out late that it stays in the text file. */
    InputStream open(String name) throws IOException;

    void rename(String from, String to) throws IOException;

    void delete(String name) throws IOException;
}
