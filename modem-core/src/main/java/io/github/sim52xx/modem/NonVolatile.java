package io.github.sim52xx.modem;

import io.github.sim52xx.at.Settings;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * The memory that outlives power-off: what the manual marks as saved, the AT&amp;W profile, the SIM's PIN state and the
 * clock. Texts by name. Confined to the modem's thread.
 */
public final class NonVolatile implements Settings.Store {

    /** Where the memory itself is kept. */
    public interface Medium {
        /** Everything that was kept before. */
        Map<String, String> load();

        /**
         * Keeps everything, before it returns, such that the process may be killed at any moment.
         *
         * @throws UncheckedIOException if it cannot
         */
        void keep(Map<String, String> texts);
    }

    /** A medium that lives as long as the process. */
    public static final Medium IN_MEMORY = new Medium() {
        @Override
        public Map<String, String> load() {
            return Map.of();
        }

        @Override
        public void keep(Map<String, String> texts) {
            // The map that is being kept is the memory.
        }
    };

    private final Medium medium;
    private Map<String, String> texts;
    /** True while {@link #together} gathers changes. */
    private boolean gathering;

    public NonVolatile(Medium medium) {
        this.medium = medium;
        this.texts = Map.copyOf(medium.load());
    }

    @Override
    public String load(String name) {
        return texts.get(name);
    }

    /** The number kept under {@code name}, or {@code absent} if there is none. */
    public long loadNumber(String name, long absent) {
        try {
            String text = texts.get(name);
            return text == null ? absent : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return absent;
        }
    }

    /** As {@link #loadNumber(String, long)}; a number that is not in the range, typed by hand, is none. */
    public long loadNumber(String name, long min, long max, long absent) {
        long number = loadNumber(name, absent);
        return number < min || number > max ? absent : number;
    }

    @Override
    public void save(String name, String text) {
        if (!text.equals(texts.get(name))) {
            Map<String, String> changed = new TreeMap<>(texts);
            changed.put(name, text);
            keep(changed);
        }
    }

    /** AT&amp;F1: forgets the parameters of all commands, which are kept under their names. */
    public void forgetCommands() {
        if (texts.keySet().stream().anyMatch(NonVolatile::isCommand)) {
            Map<String, String> changed = new TreeMap<>(texts);
            changed.keySet().removeIf(NonVolatile::isCommand);
            keep(changed);
        }
    }

    /** Keeps all that {@code changes} saves in one step: a power cut finds all of it or nothing. */
    public void together(Runnable changes) {
        if (gathering) {
            changes.run();
            return;
        }
        Map<String, String> before = texts;
        Map<String, String> after;
        gathering = true;
        try {
            changes.run();
            after = texts;
        } finally {
            gathering = false;
            texts = before;
        }
        if (!after.equals(before)) {
            keep(after);
        }
    }

    /** What the medium could not keep is not remembered either. */
    private void keep(Map<String, String> changed) {
        if (!gathering) {
            medium.keep(changed);
        }
        texts = changed;
    }

    private static boolean isCommand(String name) {
        return name.startsWith("+");
    }
}
