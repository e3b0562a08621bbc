package io.github.sim52xx.net.fault;

/**
 * A connection breaks when that many bytes, in both directions together, have passed since it was made or the fault came
 * up. They all arrive; nothing does after them.
 */
public record DropAfter(long bytes) implements Fault {

    public DropAfter {
        if (bytes < 1) {
            throw new IllegalArgumentException("less than a byte: " + bytes);
        }
    }
}
