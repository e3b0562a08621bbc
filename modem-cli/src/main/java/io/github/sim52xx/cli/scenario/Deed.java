package io.github.sim52xx.cli.scenario;

import io.github.sim52xx.cli.hostile.MailScript;
import io.github.sim52xx.cli.transcript.Fixture;
import java.util.Map;

/** What is done. Immutable. */
sealed interface Deed {

    /** As it was written. */
    String words();

    /**
     * {@code radio registration denied}: a row of the world's table.
     *
     * @param action {@code radio.registration}
     */
    record InWorld(String words, String action, Map<String, String> arguments) implements Deed {}

    /**
     * {@code mail-server closes RCPT}, {@code mail-server follows pop3-garbage}: from now on the built-in server does so.
     *
     * @param manner null if it follows a script
     * @param script null if it does not
     */
    record OfServer(String words, Fixture.MailServer manner, MailScript script) implements Deed {}
}
