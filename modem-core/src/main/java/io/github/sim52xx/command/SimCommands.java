package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Sim;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The SIM: its PIN, its numbers. */
final class SimCommands implements CommandSet<Modem> {

    @Override
    public String subject() {
        return "SIM card, manual 10.5 and 11";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows(Modem::sim);
        at.command("+CPIN", "PIN state and entry")
                .read(SimCommands::pinState)
                .write("<pin>[,<newpin>]", SimCommands::enterPin);
        at.command("+SPIC", "remaining tries of PIN, PUK, PIN2, PUK2")
                .execute((sim, call) -> Response.ok("+SPIC: "
                        + IntStream.of(sim.tries()).mapToObj(String::valueOf).collect(Collectors.joining(","))));
        at.command("+CIMI", "IMSI").needsSim().execute((sim, call) -> Response.ok(sim.imsi()));
        at.command("+CICCID", "serial number of the SIM")
                .needsSim()
                .execute((sim, call) -> Response.ok("+ICCID: " + sim.iccid()));
        at.command("+CSPN", "service provider's name on the SIM").needsSim().read(SimCommands::provider);
    }

    /** {@code AT+CPIN?} → {@code +CPIN: READY}. */
    private static Reply pinState(Sim sim, Call call) {
        return switch (sim.state()) {
            case ABSENT -> Response.of(CmeError.SIM_NOT_INSERTED);
            case DEAD -> Response.of(CmeError.SIM_FAILURE);
            default -> Response.ok("+CPIN: " + sim.state().word());
        };
    }

    /** {@code AT+CSPN?} → {@code +CSPN: "CMCC",0}: the PLMN need not be shown beside it; OK alone if there is no name. */
    private static Reply provider(Sim sim, Call call) {
        return sim.provider().isEmpty() ? Response.ok() : Response.ok("+CSPN: \"" + sim.provider() + "\",0");
    }

    /** {@code AT+CPIN=1234} or {@code AT+CPIN="12345678","1234"}; quotes may be missing. */
    private static Reply enterPin(Sim sim, Call call) {
        String code = Pins.read(call.parameters(), "<pin>");
        String replacement = call.parameters().given() ? Pins.read(call.parameters(), "<newpin>") : null;
        call.parameters().end();
        CmeError error = sim.enter(code, replacement);
        return error == null ? Response.ok() : Response.of(error);
    }
}
