package io.github.sim52xx.net.fault;

/** Every connection that the modem asks for is refused; those that there are go on. */
public record Refuse() implements Fault {

    @Override
    public boolean refuses() {
        return true;
    }
}
