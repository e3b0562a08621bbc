package io.github.sim52xx.modem;

import io.github.sim52xx.at.LineParameter;
import io.github.sim52xx.at.LineParameters;

/**
 * The profile that AT&amp;W keeps and ATZ brings back; every terminal starts with it. Confined to the modem's thread.
 */
public final class LineProfile {

    private static final String KEY = "&W.";

    private final NonVolatile memory;

    LineProfile(NonVolatile memory) {
        this.memory = memory;
    }

    /** AT&amp;W. */
    public void save(LineParameters parameters) {
        parameters.stored().forEach((parameter, value) -> memory.save(KEY + parameter, Integer.toString(value)));
    }

    /** ATZ: what has been kept; what never was stays as it is on leaving the factory. */
    public void restore(LineParameters parameters) {
        for (LineParameter parameter : LineParameter.values()) {
            if (parameter.stored()) {
                parameters.set(parameter, (int)
                        memory.loadNumber(KEY + parameter, parameter.min(), parameter.max(), parameter.factory()));
            }
        }
    }
}
