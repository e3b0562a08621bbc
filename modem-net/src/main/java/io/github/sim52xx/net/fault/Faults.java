package io.github.sim52xx.net.fault;

import io.github.sim52xx.modem.Time;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * What is wrong with a bearer at the moment, at most one fault of each type. Changed on the modem's thread; may be asked
 * by any. Chance is seeded: the same connections meet the same delays again.
 */
public final class Faults {

    private final Time time;
    private final Set<FaultyPath> paths = new LinkedHashSet<>(0);
    private volatile List<Fault> present = List.of();
    private long seed;
    private long count;

    /** @param time in which delays pass */
    public Faults(Time time) {
        this.time = time;
    }

    /** All that is wrong. */
    public List<Fault> present() {
        return present;
    }

    /** The fault of that type, or null. */
    public <F extends Fault> F find(Class<F> type) {
        return present.stream()
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElse(null);
    }

    /** True if nothing gets through. */
    public boolean hold() {
        return present.stream().anyMatch(Fault::holds);
    }

    /** How many connections there are, those included that are being made or closed. */
    public int paths() {
        synchronized (paths) {
            return paths.size();
        }
    }

    /** From now on this is wrong too, in place of what was of its type. */
    public void put(Fault fault) {
        if (fault instanceof Reset) {
            all().forEach(FaultyPath::reset);
            return;
        }
        List<Fault> changed = without(fault.getClass());
        changed.add(fault);
        become(changed);
    }

    /** No fault of that type any more. */
    public void remove(Class<? extends Fault> type) {
        become(without(type));
    }

    /** Nothing is wrong any more. */
    public void clear() {
        become(List.of());
    }

    /** What is left to chance begins anew, for connections yet to be made. */
    public void seed(long value) {
        synchronized (paths) {
            seed = value;
            count = 0;
        }
    }

    /**
     * The way of a new connection, which has to be closed when that is over.
     *
     * @param carrier whom it tells when the connection breaks
     */
    public FaultyPath path(FaultyPath.Carrier carrier) {
        synchronized (paths) {
            count++;
            FaultyPath path = new FaultyPath(this, carrier, chance(2 * count), chance(2 * count + 1));
            paths.add(path);
            return path;
        }
    }

    Time time() {
        return time;
    }

    void forget(FaultyPath path) {
        synchronized (paths) {
            paths.remove(path);
        }
    }

    private RandomGenerator chance(long stream) {
        return new Random(seed * 31 + stream);
    }

    private List<Fault> without(Class<? extends Fault> type) {
        List<Fault> left = new ArrayList<>(present);
        left.removeIf(type::isInstance);
        return left;
    }

    private void become(List<Fault> changed) {
        present = List.copyOf(changed);
        all().forEach(FaultyPath::changed);
    }

    private List<FaultyPath> all() {
        synchronized (paths) {
            return new ArrayList<>(paths);
        }
    }
}
