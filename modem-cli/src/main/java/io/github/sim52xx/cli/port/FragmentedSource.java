package io.github.sim52xx.cli.port;

import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.modem.Time;

/** Puts a {@link FragmentedLink} between each terminal and its modem. */
public record FragmentedSource(ModemSource modems, Fragmentation fragmentation, Time time) implements ModemSource {

    @Override
    public DteInput attach(DteLink link) {
        return modems.attach(new FragmentedLink(link, fragmentation, time));
    }
}
