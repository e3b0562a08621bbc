package io.github.sim52xx.at;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * One row of the command table that is a {@link Setting}. Its fields are added in order:
 *
 * <pre>{@code
 * at.setting("+CTZR", "time zone reports").integer("<onoff>", 0, 1, 0).needsSim();
 * }</pre>
 *
 * @param <D> the device
 * @param <P> what {@link #onChange} acts on
 */
public final class SettingRow<D extends Device, P> {

    private final Command<D> command;
    private final Function<Handler<P>, Handler<D>> adapt;
    private final List<Setting.Field> fields = new ArrayList<>();
    private boolean optional;
    private boolean nonVolatile;
    private String follows;
    private boolean keepsOmitted;
    private Setting.Growth grown = Setting.Growth.NONE;
    private boolean executable = true;
    private List<String> executed;
    private boolean executePrints;
    private String prefix;
    private String test;
    private Function<P, String> tested;
    private BiPredicate<P, List<String>> accepted = (part, values) -> true;
    private Consumer<P> effect = part -> {};
    private BiFunction<P, String, String> reading = (part, values) -> prefix + values;

    SettingRow(Command<D> command, Function<Handler<P>, Handler<D>> adapt) {
        this.command = command;
        this.adapt = adapt;
        this.prefix = command.name() + ": ";
    }

    /** A number from {@code min} to {@code max}. */
    public SettingRow<D, P> integer(String name, int min, int max, int initial) {
        fields.add(new Setting.Number(name, min, max, initial, optional));
        return this;
    }

    /** One of some numbers. */
    public SettingRow<D, P> oneOf(String name, int initial, Integer... allowed) {
        fields.add(new Setting.OneNumber(name, List.of(allowed), initial, optional));
        return this;
    }

    /** One of some strings in quotes. */
    public SettingRow<D, P> oneOf(String name, String initial, String... allowed) {
        fields.add(new Setting.OneWord(name, List.of(allowed), initial, optional));
        return this;
    }

    /** A bit mask of so many hexadecimal digits; {@code initial} with 0x in front. */
    public SettingRow<D, P> mask(String name, int digits, String initial) {
        fields.add(new Setting.Mask(name, digits, initial, optional));
        return this;
    }

    /** A string in quotes. */
    public SettingRow<D, P> text(String name, int maxLength, String initial) {
        fields.add(new Setting.Text(name, maxLength, initial, optional));
        return this;
    }

    /** The fields behind this may be left out: they take their initial values. */
    public SettingRow<D, P> optional() {
        optional = true;
        return this;
    }

    /** What is left out keeps its value; something has to be given. */
    public SettingRow<D, P> keepsOmitted() {
        keepsOmitted = true;
        return this;
    }

    /** The fields behind this are known to firmware from {@code year} on. */
    public SettingRow<D, P> fieldsSince(int year) {
        grown = new Setting.Growth(year, fields.size());
        return this;
    }

    /** Known to firmware from {@code year} on. */
    public SettingRow<D, P> since(int year) {
        command.since(year);
        return this;
    }

    /** The values outlive power-off. */
    public SettingRow<D, P> nonVolatile() {
        nonVolatile = true;
        return this;
    }

    /** Until it is set it has the values of another setting. */
    public SettingRow<D, P> follows(String setting) {
        follows = setting;
        return this;
    }

    /** Cannot be set while {@code busy} holds; answered with ERROR. */
    public SettingRow<D, P> unless(Predicate<P> busy) {
        return accepts((part, values) -> !busy.test(part));
    }

    /** Usable only while the SIM is ready. */
    public SettingRow<D, P> needsSim() {
        command.requireSim();
        return this;
    }

    /** The execute form, which brings the initial values back, does not exist. */
    public SettingRow<D, P> withoutExecute() {
        executable = false;
        return this;
    }

    /** What the execute form sets where that is not the initial values. */
    public SettingRow<D, P> executeSets(String... values) {
        executed = List.of(values);
        return this;
    }

    /** The execute form prints what it has set. */
    public SettingRow<D, P> executePrints() {
        executePrints = true;
        return this;
    }

    /** The read form's prefix where it is not {@code +NAME: }. */
    public SettingRow<D, P> readPrefix(String text) {
        prefix = text;
        return this;
    }

    /** What the read form prints, where it is more than the values: made from the device part and the values. */
    public SettingRow<D, P> reads(BiFunction<P, String, String> line) {
        reading = line;
        return this;
    }

    /** The test form's line where it is not made of the ranges. */
    public SettingRow<D, P> test(String line) {
        test = line;
        return this;
    }

    /** The test form's line where it depends on the device part. */
    public SettingRow<D, P> test(Function<P, String> line) {
        tested = line;
        return this;
    }

    /** Values that are in their ranges may be wrong all the same, for this device part: the answer is ERROR then. */
    public SettingRow<D, P> accepts(BiPredicate<P, List<String>> condition) {
        accepted = condition;
        return this;
    }

    /** A line worth trying, AT included. */
    public SettingRow<D, P> example(String line) {
        command.example(line);
        return this;
    }

    /** Nothing else in the modem looks at the values; the list of commands says so. */
    public SettingRow<D, P> storedOnly() {
        command.markStoredOnly();
        return this;
    }

    /** Runs after the values have changed. */
    public SettingRow<D, P> onChange(Consumer<P> newEffect) {
        effect = newEffect;
        return this;
    }

    /** Gives the command its forms, now that the row is complete. */
    Setting finish() {
        Setting setting = new Setting(command.name(), fields, nonVolatile, follows, keepsOmitted, grown);
        command.syntax(fields.stream().map(Setting.Field::name).collect(Collectors.joining(",")));
        command.handler(Form.READ, (device, call) -> {
            String values = setting.print(device.settings().get(setting), device.firmwareYear());
            return adapt.apply((part, ignored) -> Response.ok(reading.apply(part, values)))
                    .handle(device, call);
        });
        command.handler(Form.WRITE, (device, call) -> {
            List<String> before = device.settings().get(setting);
            return set(device, call, setting, setting.read(call.parameters(), device.firmwareYear(), before));
        });
        command.handler(
                Form.TEST,
                (device, call) -> tested == null
                        ? Response.ok(
                                test != null ? test : command.name() + ": " + setting.ranges(device.firmwareYear()))
                        : adapt.apply((part, ignored) -> Response.ok(tested.apply(part)))
                                .handle(device, call));
        if (executable) {
            List<String> bare = executed == null ? setting.initial() : executed;
            command.handler(Form.EXECUTE, (device, call) -> {
                Reply reply = set(device, call, setting, bare);
                return executePrints ? command.handler(Form.READ).handle(device, call) : reply;
            });
        }
        return setting;
    }

    private Reply set(D device, Call call, Setting setting, List<String> values) {
        return adapt.apply((part, ignored) -> {
                    if (!accepted.test(part, values)) {
                        return Response.error();
                    }
                    device.settings().set(setting, values);
                    effect.accept(part);
                    return Response.ok();
                })
                .handle(device, call);
    }
}
