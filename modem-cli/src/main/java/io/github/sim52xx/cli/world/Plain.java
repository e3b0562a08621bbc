package io.github.sim52xx.cli.world;

import java.util.LinkedHashMap;
import java.util.Map;

/** Plain values, as JSON has them. */
public final class Plain {

    private Plain() {}

    /** A map in the order of its pairs of name and value. */
    public static Map<String, Object> object(Object... pairs) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            object.put((String) pairs[i], pairs[i + 1]);
        }
        return object;
    }
}
