package io.github.sim52xx.cli.scenario;

import io.github.sim52xx.cli.transcript.Fixture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What there is around a modem at the beginning, and what happens to it. Immutable.
 *
 * @param about one line that says what it is good for
 * @param seed of all that is random
 * @param given what the modem begins with
 * @param files that it has, by their paths, byte strings
 * @param mails in the built-in server's mailbox, those of {@code given} aside
 */
public record Scenario(
        String name,
        String about,
        long seed,
        List<Fixture> given,
        Map<String, byte[]> files,
        List<byte[]> mails,
        List<Incident> incidents) {

    public Scenario {
        given = List.copyOf(given);
        files = new LinkedHashMap<>(files);
        mails = List.copyOf(mails);
        incidents = List.copyOf(incidents);
    }

    /** True if it is about the built-in mail server, too. */
    public boolean needsMail() {
        return !mails.isEmpty()
                || given.stream().anyMatch(f -> f instanceof Fixture.MailServer || f instanceof Fixture.Mails)
                || incidents.stream().anyMatch(Incident::needsMail);
    }
}
