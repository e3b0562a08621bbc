package io.github.sim52xx.cli.scenario;

import java.util.List;

/**
 * Something that happens. Immutable.
 *
 * @param place of its description, {@code FILE:LINE}
 * @param nth the first time that counts, from 1
 * @param every after that, each so manieth time; 0: never again
 * @param chance that it happens when it could, from 0 to 1
 */
record Incident(String place, When when, int nth, int every, double chance, List<Deed> deeds) {

    Incident {
        deeds = List.copyOf(deeds);
    }

    boolean needsMail() {
        return when instanceof When.Asked
                || when instanceof When.Passed
                || deeds.stream().anyMatch(deed -> deed instanceof Deed.OfServer);
    }

    /** True if it could happen when its moment comes for the {@code time}th time. */
    boolean isDue(int time) {
        return time == nth || every > 0 && time > nth && (time - nth) % every == 0;
    }
}
