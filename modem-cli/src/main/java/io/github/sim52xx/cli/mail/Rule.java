package io.github.sim52xx.cli.mail;

/**
 * One line of a {@link Script}.
 *
 * @param verb as in {@link Occasion}
 * @param nth 1 for the first time in a session, 2 for the second; 0 for every time
 * @param nthEver the same since the server's start
 */
public record Rule(Protocol protocol, String verb, int nth, int nthEver, Action action) {

    boolean matches(Occasion occasion) {
        return protocol == occasion.protocol()
                && verb.equals(occasion.verb())
                && (nth == 0 || nth == occasion.nth())
                && (nthEver == 0 || nthEver == occasion.nthEver());
    }
}
