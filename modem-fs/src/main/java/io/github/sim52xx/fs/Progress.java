package io.github.sim52xx.fs;

/** Is told how far a copy has come, on the thread that copies. */
@FunctionalInterface
public interface Progress {

    /**
     * Called once before the first byte and after each piece.
     *
     * @return false to give the copy up
     */
    boolean copied(long bytes, long total);
}
