package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.modem.Time;

/**
 * What an effect may touch.
 *
 * @param modem the modem whose world it is
 */
public record Surroundings(Modem modem) {

    /** A part of the modem: {@code Storage}, {@code Bearer}. */
    public <P extends Part> P part(Class<P> type) {
        return modem.part(type);
    }

    /** The time that the modem lives in. */
    public Time time() {
        return modem.blueprint().time();
    }
}
