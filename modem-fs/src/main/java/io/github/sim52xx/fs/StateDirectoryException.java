package io.github.sim52xx.fs;

import java.io.IOException;

/** A state directory cannot be used. The message is one line for a person and names the directory. */
public final class StateDirectoryException extends IOException {

    StateDirectoryException(String message) {
        super(message);
    }

    StateDirectoryException(String message, IOException cause) {
        super(message, cause);
    }
}
