package io.github.sim52xx.cli.world;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One thing that can be done to the world around a modem: a row of the table. {@code sim52xx ctl radio signal 12},
 * {@code POST /v1/world/radio/signal {"rssi":12}} and a scenario's {@code radio signal 12} are the same row.
 *
 * @param name subject and verb: {@code radio.signal}
 * @param purpose one line, without a full stop
 * @param arguments in the order in which they are typed
 * @param effect what it does
 */
public record Action(String name, String purpose, List<Argument> arguments, Effect effect) {

    /** Of what somebody has sent instead of an argument. */
    private static final int MOST_SHOWN = 80;

    public Action {
        arguments = List.copyOf(arguments);
    }

    /** A row. */
    public static Action of(String name, String purpose, Effect effect, Argument... arguments) {
        return new Action(name, purpose, List.of(arguments), effect);
    }

    public String subject() {
        return name.substring(0, name.indexOf('.'));
    }

    public String verb() {
        return name.substring(name.indexOf('.') + 1);
    }

    /** {@code radio signal RSSI [BER]}. */
    public String synopsis() {
        StringBuilder synopsis = new StringBuilder(subject() + " " + verb());
        arguments.forEach(argument -> synopsis.append(' ').append(argument.label()));
        return synopsis.toString();
    }

    /** {@code radio signal 12}: with what it needs at least. */
    public String example() {
        StringBuilder example = new StringBuilder(subject() + " " + verb());
        arguments.stream()
                .filter(argument -> !argument.optional())
                .forEach(argument -> example.append(' ').append(argument.kind().example()));
        return example.toString();
    }

    /**
     * Finds out which word is which argument: from left to right, where one that is optional is left out if the word is
     * none of its kind.
     *
     * @throws WorldException if a word is too many, or missing
     */
    public Map<String, String> byName(List<String> words) throws WorldException {
        Map<String, String> named = new LinkedHashMap<>();
        int next = 0;
        for (int i = 0; i < arguments.size() && next < words.size(); i++) {
            Argument argument = arguments.get(i);
            boolean last = arguments.size() - i <= words.size() - next;
            boolean fits = argument.kind().read(words.get(next)) != null;
            boolean onlyOne = last && named.size() == i;
            if (fits || onlyOne || !argument.optional()) {
                named.put(argument.name(), words.get(next++));
            }
        }
        if (next < words.size()) {
            throw WorldException.argument(
                    null, "'" + shown(words.get(next)) + "' does not fit into  " + synopsis() + rules(named));
        }
        return named;
    }

    /**
     * Reads and checks arguments.
     *
     * @throws WorldException if one is unknown, missing, or not what it has to be
     */
    public Arguments read(Map<String, String> given) throws WorldException {
        for (String name : given.keySet()) {
            if (arguments.stream().noneMatch(argument -> argument.name().equals(name))) {
                throw WorldException.argument(
                        name, "there is no argument '" + shown(name) + "' here, but  " + synopsis());
            }
        }
        Map<String, Object> values = new LinkedHashMap<>();
        for (Argument argument : arguments) {
            String text = given.get(argument.name());
            if (text != null) {
                values.put(argument.name(), read(argument, text));
            } else if (!argument.optional()) {
                throw WorldException.argument(
                        argument.name(),
                        argument.name() + " is missing: " + argument.kind().rule());
            }
        }
        return new Arguments(values);
    }

    private static Object read(Argument argument, String text) throws WorldException {
        Object value = argument.kind().read(text);
        if (value == null) {
            throw WorldException.argument(
                    argument.name(),
                    argument.name() + " '" + shown(text) + "' is not "
                            + argument.kind().rule());
        }
        return value;
    }

    /** What somebody has sent, in a message of one line. */
    static String shown(String text) {
        String shown = text.length() <= MOST_SHOWN ? text : text.substring(0, MOST_SHOWN) + "…";
        return shown.replaceAll("\\p{Cntrl}", "?");
    }

    /** What those that have not been given would have to be. */
    private String rules(Map<String, String> named) {
        List<String> rules = new ArrayList<>();
        for (Argument argument : arguments) {
            if (!named.containsKey(argument.name())) {
                rules.add(argument.name() + " is " + argument.kind().rule());
            }
        }
        return rules.isEmpty() ? "" : ": " + String.join("; ", rules);
    }
}
