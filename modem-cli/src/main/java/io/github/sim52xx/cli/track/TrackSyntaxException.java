package io.github.sim52xx.cli.track;

import java.io.IOException;

/** A file is no track. The message says where and why in one line, without the file's name. */
final class TrackSyntaxException extends IOException {

    /** @param line from 1, or 0 if it is the file as a whole */
    TrackSyntaxException(int line, String cause) {
        super(line == 0 ? cause : "line " + line + ": " + cause);
    }
}
