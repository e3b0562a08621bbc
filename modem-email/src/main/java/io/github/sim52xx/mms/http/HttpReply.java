package io.github.sim52xx.mms.http;

/**
 * What came back.
 *
 * @param status 200 for success
 */
public record HttpReply(int status, String reason, byte[] body) {

    private static final int OK = 200;

    public boolean isOk() {
        return status == OK;
    }
}
