package io.github.sim52xx.net;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.modem.NonVolatile;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one command lays down for contexts, by cid: a quality of service (+CGQREQ), a secondary context (+CGDSCONT). It
 * outlives power-off as the contexts do. Confined to the modem's thread.
 *
 * @param <T> what is laid down; its text is what the read form prints and the write form takes
 */
public final class PerContext<T> {

    /** Reads what stands behind the cid. */
    interface Reading<T> {
        T read(int cid, Parameters parameters);
    }

    private final NonVolatile memory;
    private final String command;
    private final Reading<T> reading;
    private final SortedMap<Integer, T> defined = new TreeMap<>();

    PerContext(NonVolatile memory, String command, Reading<T> reading) {
        this.memory = memory;
        this.command = command;
        this.reading = reading;
        load();
    }

    /** In the order of the cids. */
    public Collection<T> all() {
        return defined.values();
    }

    public boolean isDefined(int cid) {
        return defined.containsKey(cid);
    }

    T get(int cid) {
        return defined.get(cid);
    }

    /** The write form: {@code <cid>} alone undefines, anything behind it defines. */
    public void write(Parameters parameters) {
        int cid = parameters.integer("<cid>", 1, PdpContext.MAX_CID);
        if (parameters.hasNext()) {
            T value = reading.read(cid, parameters);
            parameters.end();
            defined.put(cid, value);
        } else {
            defined.remove(cid);
        }
        memory.save(command, String.join(",", all().stream().map(T::toString).toList()));
    }

    /** The memory has others now. */
    void load() {
        defined.clear();
        String kept = memory.load(command);
        if (kept == null) {
            return;
        }
        try {
            Parameters parameters = new Parameters(kept);
            while (parameters.hasNext()) {
                int cid = parameters.integer("<cid>", 1, PdpContext.MAX_CID);
                defined.put(cid, reading.read(cid, parameters));
            }
        } catch (ParameterException e) {
            // Written by hand or by another version: what cannot be read is not defined.
        }
    }
}
