package io.github.sim52xx.net.fault;

/** Nothing gets through in either direction, and no connection comes about; what is on its way waits. */
public record Stall() implements Fault {

    @Override
    public boolean holds() {
        return true;
    }
}
