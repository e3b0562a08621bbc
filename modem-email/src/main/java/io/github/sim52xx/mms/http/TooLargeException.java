package io.github.sim52xx.mms.http;

import java.io.IOException;

/** The body of a reply is longer than it may be. */
public final class TooLargeException extends IOException {

    TooLargeException(int limit) {
        super("the reply is longer than " + limit + " bytes");
    }
}
