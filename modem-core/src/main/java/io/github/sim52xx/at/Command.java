package io.github.sim52xx.at;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * One command of the table: what it is for, which forms it has, when it exists. Immutable once the table is built.
 *
 * @param <D> the device
 */
public final class Command<D extends Device> {

    private final String name;
    private final String purpose;
    private final Map<Form, Handler<D>> handlers = new EnumMap<>(Form.class);
    private final List<String> aliases = new ArrayList<>(0);
    private String syntax = "";
    private String example;
    private String group = "";
    private boolean needsSim;
    private boolean storedOnly;
    private int firstYear = 0;

    Command(String name, String purpose) {
        this.name = name;
        this.purpose = purpose;
    }

    /** As typed behind AT: {@code +CSQ}, {@code E}, {@code &F}. */
    public String name() {
        return name;
    }

    /** Other names of it. */
    public List<String> aliases() {
        return List.copyOf(aliases);
    }

    /** What it is for, in a few words. */
    public String purpose() {
        return purpose;
    }

    /** The subject that it belongs to. */
    public String group() {
        return group;
    }

    /** The parameters of the write form (of the execute form of a basic command), or empty. */
    public String syntax() {
        return syntax;
    }

    /** A line worth trying, AT included. */
    public String example() {
        if (example != null) {
            return example;
        }
        for (Form form : new Form[] {Form.READ, Form.EXECUTE, Form.TEST}) {
            if (handlers.containsKey(form)) {
                return "AT" + name + form.suffix();
            }
        }
        return "AT" + name + "=?";
    }

    /** True if it is answered with +CME ERROR while the SIM is not ready ("SIM PIN: YES" of the manual). */
    public boolean needsSim() {
        return needsSim;
    }

    /** True if its values are stored and printed but change nothing that anyone could observe. */
    public boolean storedOnly() {
        return storedOnly;
    }

    /** True if firmware of that year knows it. */
    public boolean existsIn(int firmwareYear) {
        return firmwareYear >= firstYear;
    }

    /** The year of the first firmware that knows it; 0 if every one does. */
    public int firstYear() {
        return firstYear;
    }

    /** True for {@code +CSQ}, false for {@code E} or {@code &F}. */
    public boolean isExtended() {
        return !Character.isLetter(name.charAt(0)) && name.charAt(0) != '&' && name.charAt(0) != '\\';
    }

    public boolean has(Form form) {
        return handlers.containsKey(form);
    }

    /** What executes {@code form}, or null if the command has no such form. */
    public Handler<D> handler(Form form) {
        return handlers.get(form);
    }

    void handler(Form form, Handler<D> handler) {
        if (handlers.putIfAbsent(form, handler) != null) {
            throw new IllegalStateException(name + form.suffix() + " is defined twice");
        }
    }

    void replace(Form form, Handler<D> handler) {
        handlers.put(form, handler);
    }

    void alias(String other) {
        aliases.add(other);
    }

    void syntax(String text) {
        syntax = text;
    }

    void example(String line) {
        example = line;
    }

    void group(String subject) {
        group = subject;
    }

    void requireSim() {
        needsSim = true;
    }

    void markStoredOnly() {
        storedOnly = true;
    }

    void since(int year) {
        firstYear = year;
    }
}
