package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Terminals;

/** Who is at the AT ports. */
final class TerminalState implements Subject {

    @Override
    public String name() {
        return "terminals";
    }

    @Override
    public String purpose() {
        return "who is attached to the AT ports";
    }

    @Override
    public Members<Surroundings> state() {
        return Members.<Terminals>none()
                .with("attached", Shape.WHOLE, Terminals::count)
                .with("unsolicited_port", Shape.WHOLE, Terminals::port)
                .of(around -> around.modem().terminals());
    }
}
