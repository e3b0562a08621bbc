package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Tells whoever watches what happens in the world of a modem. While nobody watches, an event costs the look at one field
 * and is never made. The last events are kept, from the first watcher to a minute after the last, for one that lost its
 * connection. Safe for use by any thread.
 */
public final class Events {

    /** More are not kept; the oldest is forgotten. */
    public static final int KEPT = 1024;

    private static final Duration GRACE = Duration.ofMinutes(1);

    private final Time time;
    private final List<Consumer<Event>> watchers = new CopyOnWriteArrayList<>();
    private final Deque<Event> kept = new ArrayDeque<>();
    private final List<Runnable> beginnings = new CopyOnWriteArrayList<>();
    /** What a {@link #cause} has brought about, until it is told itself. */
    private final ThreadLocal<List<Runnable>> held = new ThreadLocal<>();

    private volatile boolean wanted;
    private long last;
    /** When what happens is not kept any more; null while somebody watches. */
    private Instant end;

    public Events(Time time) {
        this.time = time;
    }

    /** Whoever stops being told. */
    public interface Watch extends AutoCloseable {
        @Override
        void close();
    }

    /** Now, as the times of events have it. */
    public Instant now() {
        return time.now();
    }

    /** False if making an event would be for nobody. */
    public boolean wanted() {
        return wanted;
    }

    /** Runs {@code beginning} whenever somebody begins to watch while nobody else did; it does not block. */
    void whenWanted(Runnable beginning) {
        beginnings.add(beginning);
    }

    /** Tells everybody who watches, one event after another; {@code fields} is asked only if somebody does. */
    public void publish(String kind, Supplier<Map<String, Object>> fields) {
        if (wanted) {
            Map<String, Object> known = fields.get();
            List<Runnable> effects = held.get();
            if (effects == null) {
                tell(kind, known);
            } else {
                effects.add(() -> tell(kind, known));
            }
        }
    }

    /**
     * Does something, and tells of it before what it brings about on this thread is told: a cause comes before its effects.
     * Nothing is told of what cannot be done.
     */
    <E extends Exception> void cause(String kind, Supplier<Map<String, Object>> fields, Cause<E> cause) throws E {
        if (!wanted || held.get() != null) {
            cause.happen();
            publish(kind, fields);
            return;
        }
        List<Runnable> effects = new ArrayList<>();
        held.set(effects);
        try {
            cause.happen();
            tell(kind, fields.get());
        } finally {
            held.remove();
            effects.forEach(Runnable::run);
        }
    }

    /** Something that is done. */
    interface Cause<E extends Exception> {
        void happen() throws E;
    }

    /** Calls {@code watcher} with every event from now on, at once and on the thread that it happens on. It does not block. */
    public Watch watch(Consumer<Event> watcher) {
        return watchFrom(Long.MAX_VALUE, watcher).watch();
    }

    /**
     * As {@link #watch}, and the watcher gets first what has been kept of the events after {@code id}.
     *
     * @return whether something in between is missing
     */
    public synchronized Resumption watchFrom(long id, Consumer<Event> watcher) {
        List<Event> missed = new ArrayList<>(kept);
        missed.removeIf(event -> event.id() <= id);
        long oldest = missed.isEmpty() ? last + 1 : missed.get(0).id();
        missed.forEach(watcher);
        watchers.add(watcher);
        end = null;
        if (!wanted) {
            wanted = true;
            beginnings.forEach(Runnable::run);
        }
        // An id from before a restart may be larger than any.
        boolean gap = id != Long.MAX_VALUE && (id < oldest - 1 || id > last);
        return new Resumption(gap, () -> leave(watcher));
    }

    /**
     * A watcher that has come back.
     *
     * @param gap whether events that it has not seen are not kept any more
     */
    public record Resumption(boolean gap, Watch watch) {}

    private synchronized void leave(Consumer<Event> watcher) {
        watchers.remove(watcher);
        if (watchers.isEmpty()) {
            end = time.now().plus(GRACE);
        }
    }

    private synchronized void tell(String kind, Map<String, Object> fields) {
        Instant now = time.now();
        if (end != null && now.isAfter(end)) {
            wanted = false;
            kept.clear();
            // Leaves a gap: who comes back sees that something is missing.
            last++;
            return;
        }
        Event event = new Event(++last, now, kind, fields);
        if (kept.size() == KEPT) {
            kept.removeFirst();
        }
        kept.addLast(event);
        watchers.forEach(watcher -> watcher.accept(event));
    }
}
