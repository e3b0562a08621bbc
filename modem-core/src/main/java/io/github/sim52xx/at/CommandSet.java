package io.github.sim52xx.at;

/**
 * A family of commands on one subject.
 *
 * @param <D> the device
 */
public interface CommandSet<D extends Device> {

    /** The subject, with the chapter of the manual: {@code "Network service, manual 9"}. */
    String subject();

    /** Puts the family's rows into {@code table}. */
    void addTo(CommandTable.Builder<D> table);
}
