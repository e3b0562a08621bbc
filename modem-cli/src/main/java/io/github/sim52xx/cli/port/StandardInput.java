package io.github.sim52xx.cli.port;

/** What standard input is. */
public final class StandardInput {

    private static final int FD = 0;

    private StandardInput() {}

    /** True if a person types there. */
    public static boolean isTerminal() {
        return LibC.isatty(FD) == 1;
    }
}
