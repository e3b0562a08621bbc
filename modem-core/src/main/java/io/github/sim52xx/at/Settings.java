package io.github.sim52xx.at;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The values of one modem's settings. Only what differs from the initial value is kept, so that an unused modem is
 * small. Confined to the modem's thread.
 */
public final class Settings {

    /** The memory that outlives power-off; a value is a setting's parameters as they are typed. */
    public interface Store {
        /** The text kept under {@code name}, or null. */
        String load(String name);

        /** Keeps {@code text} under {@code name} before it returns. */
        void save(String name, String text);
    }

    private static final String PROFILE = "&W.";

    private final Supplier<? extends CommandTable<?>> table;
    private final Store store;
    private Map<String, List<String>> values = Map.of();
    private int changes;

    /** @param table defines the settings */
    public Settings(Supplier<? extends CommandTable<?>> table, Store store) {
        this.table = table;
        this.store = store;
    }

    /** The number in field {@code index}, from 0, of the setting of that name: {@code integer("+CTZR", 0)}. */
    public int integer(String name, int index) {
        return Integer.parseInt(text(name, index));
    }

    /** Counts changes of any setting: what was looked up before the last one may be out of date. */
    public int changes() {
        return changes;
    }

    /** True if a volatile setting has never been touched: it is what its row says. */
    public boolean isInitial(String name) {
        return !values.containsKey(name) && store.load(PROFILE + name) == null;
    }

    /** The text in field {@code index}, from 0, of the setting of that name. */
    public String text(String name, int index) {
        Setting setting = definitions().get(name);
        if (setting == null) {
            throw new IllegalArgumentException("no setting " + name);
        }
        return get(setting).get(index);
    }

    /** AT&amp;F: initial values for what is volatile, or for all. */
    public void reset(boolean nonVolatileToo) {
        for (Setting setting : definitions().values()) {
            if (setting.nonVolatile() ? nonVolatileToo : !isInitial(setting.name())) {
                set(setting, setting.initial());
            }
        }
    }

    /** The setting of that name has again what it starts with: what AT&amp;W has kept, or else what it follows. */
    public void startAnew(String name) {
        changes++;
        if (!values.isEmpty()) {
            values.remove(name);
        }
    }

    /** AT&amp;W: what is volatile in the setting of that name starts with its present values from now on. */
    public void keepAsInitial(String name) {
        Setting setting = definitions().get(name);
        store.save(PROFILE + name, setting.print(get(setting)));
    }

    List<String> get(Setting setting) {
        List<String> value = values.get(setting.name());
        if (value != null) {
            return value;
        }
        if (setting.follows() != null) {
            return get(definitions().get(setting.follows()));
        }
        return load(setting);
    }

    void set(Setting setting, List<String> newValues) {
        if (setting.nonVolatile()) {
            store.save(setting.name(), setting.print(newValues));
        }
        keep(setting, newValues);
        changes++;
    }

    /** Power-off: what is not in the store is forgotten. */
    public void forget() {
        changes++;
        values = Map.of();
    }

    private List<String> load(Setting setting) {
        String text = store.load(setting.nonVolatile() ? setting.name() : PROFILE + setting.name());
        List<String> value = setting.initial();
        if (text != null) {
            try {
                value = setting.read(new Parameters(text));
            } catch (ParameterException e) {
                // Written by another version or by hand: a value that does not fit is no value.
            }
        }
        if (text != null) {
            keep(setting, value);
        }
        return value;
    }

    private void keep(Setting setting, List<String> value) {
        if (values.isEmpty()) {
            values = new HashMap<>();
        }
        values.put(setting.name(), value);
    }

    private Map<String, Setting> definitions() {
        return table.get().settings();
    }
}
