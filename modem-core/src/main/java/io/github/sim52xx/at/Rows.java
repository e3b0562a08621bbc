package io.github.sim52xx.at;

import java.util.function.Function;

/**
 * Adds rows to a table whose handlers act on one part of the device.
 *
 * @param <D> the device
 * @param <P> the part
 */
public final class Rows<D extends Device, P> {

    private final CommandTable.Builder<D> table;
    private final Function<? super D, ? extends P> part;

    Rows(CommandTable.Builder<D> table, Function<? super D, ? extends P> part) {
        this.table = table;
        this.part = part;
    }

    /**
     * A command with forms of its own. An extended command has a test form that answers OK unless the row says
     * otherwise (manual 2.3).
     */
    public Row<D, P> command(String name, String purpose) {
        return new Row<>(table, table.define(name, purpose), this::adapt);
    }

    /** A command that stores its parameters and prints them; read, write, test and AT&amp;F come with it. */
    public SettingRow<D, P> setting(String name, String purpose) {
        return table.settingRow(new SettingRow<>(table.define(name, purpose), this::adapt));
    }

    private Handler<D> adapt(Handler<P> handler) {
        return (device, call) -> handler.handle(part.apply(device), call);
    }
}
