package io.github.sim52xx.cli.world;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The table: every subject with its rows. Immutable. */
public final class Subjects {

    /** All that this program knows. A new subject is named here. */
    public static final Subjects ALL = new Subjects(List.of(
            new ModemState(),
            new PowerActions(),
            new SimActions(),
            new RadioActions(),
            new BearerActions(),
            new CardActions(),
            new FlashActions(),
            new ClockActions(),
            new DceActions(),
            new TerminalState(),
            new SocketState(),
            new MailState()));

    private final List<Subject> subjects;
    private final Map<String, Action> actions = new TreeMap<>();

    Subjects(List<Subject> subjects) {
        this.subjects = List.copyOf(subjects);
        for (Subject subject : subjects) {
            for (Action action : subject.actions()) {
                if (!action.subject().equals(subject.name()) || actions.put(action.name(), action) != null) {
                    throw new IllegalArgumentException("misplaced row: " + action.name());
                }
            }
        }
    }

    public List<Subject> subjects() {
        return subjects;
    }

    /** The subject of that name, or null. */
    public Subject subject(String name) {
        return subjects.stream()
                .filter(subject -> subject.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    /** Every row, by subjects. */
    public List<Action> actions() {
        return subjects.stream().flatMap(subject -> subject.actions().stream()).toList();
    }

    /**
     * The row of that name, {@code radio.signal}.
     *
     * @throws WorldException if there is none; it names those that there are
     */
    public Action action(String name) throws WorldException {
        Action action = actions.get(name);
        if (action != null) {
            return action;
        }
        String[] parts = name.split("\\.", 2);
        Subject subject = subject(parts[0]);
        if (subject == null || subject.actions().isEmpty()) {
            throw WorldException.unknown("there is no '" + Action.shown(parts[0]) + "' to act on, but "
                    + subjects.stream()
                            .filter(one -> !one.actions().isEmpty())
                            .map(Subject::name)
                            .collect(Collectors.joining(", ")));
        }
        String verbs = subject.actions().stream().map(Action::verb).collect(Collectors.joining(", "));
        throw WorldException.unknown(
                parts.length < 2 || parts[1].isEmpty()
                        ? "which of " + parts[0] + ": " + verbs + "?"
                        : "there is no '" + Action.shown(parts[1]) + "' for " + parts[0] + ", but " + verbs);
    }
}
