package io.github.sim52xx.mms;

import io.github.sim52xx.at.CmeError;

/**
 * How a task ended.
 *
 * @param error null for success
 * @param cause for the console
 * @param received the message that was fetched, null if none was
 */
record MmsOutcome(CmeError error, String cause, StoredMessage received) {

    static MmsOutcome failed(CmeError error, String cause) {
        return new MmsOutcome(error, cause, null);
    }

    /** What the AT line gets behind the name of the command. */
    int code() {
        return error == null ? 0 : error.number();
    }
}
