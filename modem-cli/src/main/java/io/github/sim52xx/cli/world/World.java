package io.github.sim52xx.cli.world;

import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The world around one modem: does what the table has rows for, and tells how everything is. Safe for use by any thread;
 * {@link #apply} and {@link #state} wait for the modem's thread and so are not for that thread itself.
 */
public final class World {

    /** Nothing that the modem's thread does takes that long. */
    private static final long PATIENCE_SECONDS = 10;

    private final Subjects subjects;
    private final Surroundings around;
    private final Events events;
    private final Witness witness;

    public World(Surroundings around, Events events) {
        this(around, events, Witness.NONE);
    }

    /** @param witness sees what is done through this */
    public World(Surroundings around, Events events, Witness witness) {
        this(Subjects.ALL, around, events, witness);
    }

    World(Subjects subjects, Surroundings around, Events events, Witness witness) {
        this.subjects = subjects;
        this.around = around;
        this.events = events;
        this.witness = witness;
        Modem modem = around.modem();
        FileEvents files = new FileEvents(modem, events);
        // Only then, for a modem that does nothing with files has no storage yet.
        events.whenWanted(() -> modem.execute(() -> around.part(Storage.class).listen(files)));
        SocketEvents sockets = new SocketEvents(events);
        events.whenWanted(() -> modem.execute(() -> around.part(TcpIp.class).listen(sockets)));
    }

    public Events events() {
        return events;
    }

    public Subjects subjects() {
        return subjects;
    }

    public List<Action> actions() {
        return subjects.actions();
    }

    /** Checks the arguments, then does it on the modem's thread and waits until it is done. */
    public void apply(String action, Map<String, String> arguments) throws WorldException {
        await(begin(action, arguments));
    }

    /**
     * Checks the arguments, then does it on the modem's thread, without waiting: at once if this is the modem's idle
     * thread, otherwise when what is at work there is done.
     *
     * @return completes when it is done, or fails with a {@link WorldException}
     */
    public CompletableFuture<Void> begin(String action, Map<String, String> arguments) throws WorldException {
        Action row = subjects.action(action);
        Arguments given = row.read(arguments);
        return onModem(() -> {
            perform(row, given, arguments);
            return null;
        });
    }

    /** Checks the arguments, then does it at once; for who is on the modem's thread. */
    public void applyHere(String action, Map<String, String> arguments) throws WorldException {
        Action row = subjects.action(action);
        perform(row, row.read(arguments), arguments);
    }

    private void perform(Action row, Arguments given, Map<String, String> arguments) throws WorldException {
        witness.begins(new Intervention(row, arguments));
        boolean happened = false;
        try {
            events.cause("world", () -> told(row, arguments), () -> row.effect().on(around, given));
            happened = true;
        } finally {
            witness.ended(happened);
        }
    }

    /**
     * A part of {@link #state}: {@code ["radio", "operator"]}.
     *
     * @throws WorldException if there is none; it names those that there are
     */
    public Object state(List<String> path) throws WorldException {
        Object found = state();
        for (String name : path) {
            Map<?, ?> names = found instanceof Map<?, ?> map ? map : Map.of();
            found = names.get(name);
            if (found == null) {
                throw WorldException.unknown(
                        names.containsKey(name)
                                ? "'" + name + "' has no value at the moment"
                                : "there is no '" + Action.shown(name) + "' in the state"
                                        + (names.isEmpty() ? "" : ", but " + names.keySet()));
            }
        }
        return found;
    }

    /** How everything is, by subjects: nested maps of plain values, in a telling order. */
    public Map<String, Object> state() throws WorldException {
        return await(onModem(() -> {
            Map<String, Object> all = new LinkedHashMap<>();
            for (Subject subject : subjects.subjects()) {
                all.put(subject.name(), subject.state().plain(around));
            }
            return all;
        }));
    }

    private static Map<String, Object> told(Action row, Map<String, String> arguments) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("action", row.name());
        fields.put("arguments", new LinkedHashMap<>(arguments));
        return fields;
    }

    private interface Task<T> {
        T run() throws WorldException;
    }

    private <T> CompletableFuture<T> onModem(Task<T> task) {
        CompletableFuture<T> done = new CompletableFuture<>();
        around.modem().execute(() -> {
            try {
                done.complete(task.run());
            } catch (WorldException e) {
                done.completeExceptionally(e);
            } finally {
                // A programming error goes on to the modem's own report of faults.
                done.completeExceptionally(WorldException.impossible("it failed; the modem's console says why"));
            }
        });
        return done;
    }

    private static <T> T await(CompletableFuture<T> done) throws WorldException {
        try {
            return done.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WorldException refusal) {
                throw refusal;
            }
            throw new IllegalStateException(e.getCause());
        } catch (TimeoutException e) {
            throw WorldException.busy("the modem is at work and has not come to it");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw WorldException.busy("interrupted");
        }
    }
}
