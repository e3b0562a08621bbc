package io.github.sim52xx.at;

import java.util.function.Function;

/**
 * One row of the command table in the making: the forms that a command has.
 *
 * @param <D> the device
 * @param <P> what the handlers act on
 */
public final class Row<D extends Device, P> {

    private final CommandTable.Builder<D> table;
    private final Command<D> command;
    private final Function<Handler<P>, Handler<D>> adapt;

    Row(CommandTable.Builder<D> table, Command<D> command, Function<Handler<P>, Handler<D>> adapt) {
        this.table = table;
        this.command = command;
        this.adapt = adapt;
    }

    /** {@code AT+NAME}, or a basic command with its number as the only parameter. */
    public Row<D, P> execute(Handler<P> handler) {
        command.handler(Form.EXECUTE, adapt.apply(handler));
        return this;
    }

    /** {@code AT+NAME?}. */
    public Row<D, P> read(Handler<P> handler) {
        command.handler(Form.READ, adapt.apply(handler));
        return this;
    }

    /**
     * {@code AT+NAME=…}.
     *
     * @param syntax the parameters as the manual writes them: {@code "<server>"[,<port>]}
     */
    public Row<D, P> write(String syntax, Handler<P> handler) {
        command.syntax(syntax);
        command.handler(Form.WRITE, adapt.apply(handler));
        return this;
    }

    /** {@code AT+NAME=?} with a fixed answer. */
    public Row<D, P> test(String... lines) {
        Response response = Response.ok(lines);
        return test((part, call) -> response);
    }

    /** {@code AT+NAME=?}. */
    public Row<D, P> test(Handler<P> handler) {
        command.handler(Form.TEST, adapt.apply(handler));
        return this;
    }

    /** A second name for the same command. */
    public Row<D, P> alias(String name) {
        table.alias(name, command);
        return this;
    }

    /** Usable only while the SIM is ready. */
    public Row<D, P> needsSim() {
        command.requireSim();
        return this;
    }

    /** Known to firmware from {@code year} on. */
    public Row<D, P> since(int year) {
        command.since(year);
        return this;
    }

    /** Nothing else in the modem looks at the values; the list of commands says so. */
    public Row<D, P> storedOnly() {
        command.markStoredOnly();
        return this;
    }

    /** A line worth trying, AT included. */
    public Row<D, P> example(String line) {
        command.example(line);
        return this;
    }
}
