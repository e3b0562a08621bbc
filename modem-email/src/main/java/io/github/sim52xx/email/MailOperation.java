package io.github.sim52xx.email;

import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import java.time.Duration;
import java.time.Instant;

/** One mail command from its start to its outcome, of which the console is told. Confined to the modem's thread. */
public final class MailOperation {

    private final Modem modem;
    private final String command;
    private final Instant begun;

    /** @param command as typed, without parameters that nobody needs to see: {@code AT+POP3GET=1} */
    public MailOperation(Modem modem, String command) {
        this.modem = modem;
        this.command = command;
        begun = modem.blueprint().time().now();
    }

    /** The command could not be begun: bare ERROR. */
    public Response refused(String cause) {
        failed("ERROR", cause);
        return Response.error();
    }

    /** The command did what it is for. */
    public void succeeded(String code, String cause) {
        tell(code, true, cause);
    }

    /** The command did not. */
    public void failed(String code, String cause) {
        tell(code, false, cause);
    }

    private void tell(String code, boolean success, String cause) {
        Duration took = Duration.between(begun, modem.blueprint().time().now());
        modem.event(new MailOutcome(command, code, success, cause, took));
    }
}
