package io.github.sim52xx.fs;

import java.io.IOException;

/** A state directory cannot be used. The message is one line for a person and names the directory. */
public final class StateDirectoryException extends IOException {

    private final boolean inUse;

    /** Another process uses it. */
    StateDirectoryException(String message) {
        super(message);
        inUse = true;
    }

    StateDirectoryException(String message, IOException cause) {
        super(message, cause);
        inUse = false;
    }

    /** True if it could be used if another process did not use it already. */
    public boolean inUse() {
        return inUse;
    }
}
