package io.github.sim52xx.at;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All commands of a device, by name. One table serves any number of devices; it is immutable and safe to share. A
 * {@link CommandSet} puts a family of commands into it, one {@linkplain Row row} each:
 *
 * <pre>{@code
 * var at = table.rows(Modem::radio);
 * at.command("+CSQ", "signal quality").execute(NetworkCommands::signal).test("+CSQ: (0-31,99),(0-7,99)");
 * }</pre>
 *
 * @param <D> the device
 */
public final class CommandTable<D extends Device> {

    private final Map<String, Command<D>> byName;
    private final Map<String, Setting> settings;

    private CommandTable(Map<String, Command<D>> byName, Map<String, Setting> settings) {
        this.byName = Collections.unmodifiableMap(byName);
        this.settings = Collections.unmodifiableMap(settings);
    }

    /** The command of that name (in upper case), or null. */
    public Command<D> find(String name) {
        return byName.get(name);
    }

    /** All commands in the order of their definition. */
    public Collection<Command<D>> commands() {
        return byName.values();
    }

    /** The commands that are settings, by name. */
    Map<String, Setting> settings() {
        return settings;
    }

    public static <D extends Device> Builder<D> builder() {
        return new Builder<>();
    }

    /** Collects the rows of a table. */
    public static final class Builder<D extends Device> {

        private final Map<String, Command<D>> byName = new LinkedHashMap<>();
        private final List<SettingRow<D, ?>> settingRows = new ArrayList<>();
        private final List<Runnable> overlays = new ArrayList<>();
        private String group = "";

        private Builder() {}

        /** Adds a family of commands. */
        public Builder<D> add(CommandSet<D> set) {
            group = set.subject();
            set.addTo(this);
            return this;
        }

        /** Rows whose handlers act on the device itself. */
        public Rows<D, D> rows() {
            return new Rows<>(this, Function.identity());
        }

        /** Rows whose handlers act on a part of the device. */
        public <P> Rows<D, P> rows(Function<? super D, ? extends P> part) {
            return new Rows<>(this, part);
        }

        /** Defines one form of a command, in place of what an earlier row says about that form. */
        public void overlay(String name, String purpose, Form form, Handler<D> handler) {
            Command<D> existing = byName.get(name);
            Command<D> command = existing != null ? existing : define(name, purpose);
            overlays.add(() -> command.replace(form, handler));
        }

        public CommandTable<D> build() {
            Map<String, Setting> settings = new LinkedHashMap<>();
            for (SettingRow<D, ?> row : settingRows) {
                Setting setting = row.finish();
                settings.put(setting.name(), setting);
            }
            settingRows.clear();
            overlays.forEach(Runnable::run);
            overlays.clear();
            return new CommandTable<>(new LinkedHashMap<>(byName), settings);
        }

        <P> SettingRow<D, P> settingRow(SettingRow<D, P> row) {
            settingRows.add(row);
            return row;
        }

        Command<D> define(String name, String purpose) {
            Command<D> command = new Command<>(name, purpose);
            command.group(group);
            if (byName.putIfAbsent(name, command) != null) {
                throw new IllegalStateException(name + " is defined twice");
            }
            return command;
        }

        void alias(String name, Command<D> command) {
            command.alias(name);
            if (byName.putIfAbsent(name, command) != null) {
                throw new IllegalStateException(name + " is defined twice");
            }
        }
    }
}
