package io.github.sim52xx.net;

/**
 * How a context proves who it is: +CSOCKAUTH, +CGAUTH.
 *
 * @param type 0 none, 1 PAP, 2 CHAP, 3 either
 */
public record Authentication(int type, String password, String user) {

    static final Authentication NONE = new Authentication(0, "", "");

    @Override
    public String toString() {
        return "Authentication[type=" + type + "]";
    }
}
