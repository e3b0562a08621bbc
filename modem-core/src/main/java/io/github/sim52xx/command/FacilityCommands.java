package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import java.util.Locale;

/** Locks and passwords of the SIM, the modem and the network. */
final class FacilityCommands implements CommandSet<Modem> {

    private static final int QUERY = 2;

    @Override
    public String subject() {
        return "Facility locks, manual 9.3 and 9.4";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows(modem -> modem.part(Facilities.class));
        at.command("+CLCK", "facility lock")
                .needsSim()
                .test(
                        "+CLCK: (\"PF\",\"SC\",\"AO\",\"OI\",\"OX\",\"AI\",\"IR\",\"AB\",\"AG\",\"AC\",\"FD\",\"PN\",\"PU\",\"PP\",\"PC\")")
                .write("\"<fac>\",<mode>[,\"<passwd>\"[,<class>]]", FacilityCommands::lock)
                .example("AT+CLCK=\"SC\",2");
        at.command("+CPWD", "change a password")
                .needsSim()
                .test(
                        "+CPWD: (\"AB\",4),(\"AC\",4),(\"AG\",4),(\"AI\",4),(\"AO\",4),(\"IR\",4),(\"OI\",4),(\"OX\",4),(\"SC\",8),(\"P2\",8)")
                .write("\"<fac>\",\"<oldpwd>\",\"<newpwd>\"", FacilityCommands::changePassword);
    }

    /** {@code AT+CLCK="SC",2} asks, 1 locks and 0 unlocks, which takes the password. */
    private static Reply lock(Facilities facilities, Call call) {
        String facility = call.parameters().string("<fac>", 2, 2).toUpperCase(Locale.ROOT);
        int mode = call.parameters().integer("<mode>", 0, QUERY);
        String password = call.parameters().given() ? Pins.read(call.parameters(), "<passwd>") : skipped(call);
        call.parameters().integerOr("<class>", 1, 255, 7);
        call.parameters().end();
        if (!Facilities.exists(facility)) {
            throw new ParameterException("<fac> is unknown: " + facility);
        }
        if (mode != QUERY && password.isEmpty() && !Facilities.PERSONALIZATION.contains(facility)) {
            // It must not cost one of the SIM's tries.
            throw new ParameterException("<passwd> is missing");
        }
        if (mode == QUERY) {
            return Response.ok("+CLCK: " + (facilities.isActive(facility) ? 1 : 0));
        }
        return answer(facilities.switchTo(facility, mode == 1, password));
    }

    /** {@code AT+CPWD="SC","1234","4321"}: SC is PIN, P2 PIN2, the others share the network's barring password. */
    private static Reply changePassword(Facilities facilities, Call call) {
        String facility = call.parameters().string("<fac>", 2, 2).toUpperCase(Locale.ROOT);
        String old = Pins.read(call.parameters(), "<oldpwd>");
        String replacement = Pins.read(call.parameters(), "<newpwd>");
        call.parameters().end();
        boolean barring = Facilities.BARRING.contains(facility);
        if (!barring && !facility.equals("SC") && !facility.equals("P2") || barring && replacement.length() != 4) {
            throw new ParameterException("<fac> is unknown or <newpwd> too long: " + facility);
        }
        return answer(facilities.changePassword(facility, old, replacement));
    }

    private static String skipped(Call call) {
        call.parameters().skip();
        return "";
    }

    private static Reply answer(CmeError error) {
        return error == null ? Response.ok() : Response.of(error);
    }
}
