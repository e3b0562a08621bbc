package io.github.sim52xx.cli.scenario;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the bytes of each of the modem's own sockets, both ways together. It remembers those that have been used last,
 * which are more than can be open. Not thread-safe.
 */
final class SocketTraffic {

    private static final int MOST = 256;

    private final Map<String, Long> counts = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * So many bytes pass.
     *
     * @return how many have passed there now
     */
    long pass(String channel, int length) {
        long count = counts.merge(channel, (long) length, Long::sum);
        if (counts.size() > MOST) {
            counts.remove(counts.keySet().iterator().next());
        }
        return count;
    }
}
