package io.github.sim52xx.at;

/** {@code CONNECT FAIL}: a connection that would have been a data mode has not come about. ERROR where words are off. */
public record ConnectFailure() implements FinalResult {

    /** The words. */
    public static final String TEXT = "CONNECT FAIL";

    @Override
    public boolean endsLine() {
        return true;
    }
}
