package io.github.sim52xx.at;

import java.util.EnumMap;
import java.util.Map;

/** The values of every {@link LineParameter} of one terminal. Confined to the modem's thread. */
public final class LineParameters {

    private static final LineParameter[] ALL = LineParameter.values();

    private final short[] values = new short[ALL.length];

    public LineParameters() {
        reset();
    }

    public int get(LineParameter parameter) {
        return values[parameter.ordinal()];
    }

    public boolean on(LineParameter parameter) {
        return values[parameter.ordinal()] != 0;
    }

    public void set(LineParameter parameter, int value) {
        values[parameter.ordinal()] = (short) value;
    }

    /** AT&amp;F: all factory values. */
    public void reset() {
        for (LineParameter parameter : ALL) {
            set(parameter, parameter.factory());
        }
    }

    /** What AT&amp;W keeps: the stored parameters' values. */
    public Map<LineParameter, Integer> stored() {
        Map<LineParameter, Integer> stored = new EnumMap<>(LineParameter.class);
        for (LineParameter parameter : ALL) {
            if (parameter.stored()) {
                stored.put(parameter, get(parameter));
            }
        }
        return stored;
    }
}
