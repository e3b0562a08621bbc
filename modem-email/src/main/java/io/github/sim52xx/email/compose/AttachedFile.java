package io.github.sim52xx.email.compose;

import java.io.IOException;
import java.io.InputStream;

/**
 * A file to send along.
 *
 * @param name without directories, Unicode
 * @param size in bytes when the mail was put together
 * @param content opens it
 */
public record AttachedFile(String name, long size, Content content) {

    /** Opens the file's content. */
    public interface Content {
        InputStream open() throws IOException;
    }
}
