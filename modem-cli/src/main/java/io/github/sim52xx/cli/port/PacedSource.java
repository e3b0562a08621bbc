package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.modem.Time;

/** Puts a {@link PacedTerminal} between each terminal and its modem: everything goes at a UART's speed. */
public record PacedSource(ModemSource modems, int baud, Time time) implements ModemSource {

    @Override
    public DteInput attach(DteLink link) {
        PacedTerminal terminal = new PacedTerminal(link, baud, time);
        return terminal.attachTo(modems);
    }
}
