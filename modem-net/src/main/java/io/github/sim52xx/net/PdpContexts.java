package io.github.sim52xx.net;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.modem.NonVolatile;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The definitions of one command, +CGDCONT or +CGSOCKCONT, by cid. They outlive power-off. Confined to the modem's
 * thread.
 */
public final class PdpContexts {

    private final NonVolatile memory;
    private final String command;
    private final int atFactory;
    private final int maxDataCompression;
    private final int maxHeaderCompression;
    private final Runnable changed;
    private SortedMap<Integer, PdpContext> defined;

    /**
     * @param atFactory how many contexts, from cid 1 on, are defined on leaving the factory
     * @param changed hears of every change
     */
    PdpContexts(
            NonVolatile memory,
            String command,
            int atFactory,
            int maxDataCompression,
            int maxHeaderCompression,
            Runnable changed) {
        this.memory = memory;
        this.command = command;
        this.atFactory = atFactory;
        this.maxDataCompression = maxDataCompression;
        this.maxHeaderCompression = maxHeaderCompression;
        this.changed = changed;
        defined = kept();
    }

    public Collection<PdpContext> all() {
        return defined.values();
    }

    public boolean isDefined(int cid) {
        return defined.containsKey(cid);
    }

    /** The write form: {@code <cid>} alone undefines, anything behind it defines. */
    public void write(Parameters parameters) {
        int cid = parameters.integer("<cid>", 1, PdpContext.MAX_CID);
        if (parameters.hasNext()) {
            PdpContext context = read(cid, parameters);
            parameters.end();
            defined.put(cid, context);
        } else {
            defined.remove(cid);
        }
        memory.save(
                command,
                String.join(",", all().stream().map(PdpContext::toString).toList()));
        changed.run();
    }

    /** The memory has other definitions now. */
    void load() {
        defined = kept();
        changed.run();
    }

    private SortedMap<Integer, PdpContext> kept() {
        SortedMap<Integer, PdpContext> contexts = new TreeMap<>();
        String kept = memory.load(command);
        if (kept == null) {
            for (int cid = 1; cid <= atFactory; cid++) {
                contexts.put(cid, PdpContext.factory(cid));
            }
            return contexts;
        }
        try {
            Parameters parameters = new Parameters(kept);
            while (parameters.hasNext()) {
                int cid = parameters.integer("<cid>", 1, PdpContext.MAX_CID);
                contexts.put(cid, read(cid, parameters));
            }
        } catch (ParameterException e) {
            // Written by hand or by another version: what cannot be read is not defined.
        }
        return contexts;
    }

    private PdpContext read(int cid, Parameters parameters) {
        return PdpContext.read(cid, parameters, maxDataCompression, maxHeaderCompression);
    }
}
