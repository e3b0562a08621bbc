package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;

/** Switches GPS on and off, and asks where the modem is. */
final class GpsCommands implements CommandSet<Modem> {

    @Override
    public String subject() {
        return "GPS, SIM5320 manual 21";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var gps = table.rows(modem -> modem.part(GpsReceiver.class));
        gps.command("+CGPS", "GPS on and off")
                .test("+CGPS: (0,1),(1-3)")
                .read((receiver, call) -> Response.ok("+CGPS: " + (receiver.isOn() ? 1 : 0) + "," + receiver.mode()))
                .write("<on/off>[,<mode>]", GpsCommands::turn)
                .example("AT+CGPS=1,1");
        gps.command("+CGPSINFO", "position, once or from time to time; there is no sky over this modem")
                .test("+CGPSINFO: (0-255)")
                .read((receiver, call) -> Response.ok("+CGPSINFO: " + receiver.period()))
                .write("<time>", GpsCommands::report)
                .execute((receiver, call) -> Response.ok(GpsReceiver.NO_POSITION));
    }

    /** {@code AT+CGPS=1,1}; {@code AT+CGPS=0} is followed by {@code +CGPS: 0} when GPS is really off. */
    private static Reply turn(GpsReceiver receiver, Call call) {
        boolean on = call.parameters().integer("<on/off>", 0, 1) == 1;
        int mode = call.parameters().integerOr("<mode>", 1, 3, GpsReceiver.STANDALONE);
        call.parameters().end();
        boolean done = on ? receiver.start(mode) : receiver.stop();
        return done ? Response.ok() : Response.error();
    }

    /** {@code AT+CGPSINFO=<time>}: every so many seconds, 0 ends it. */
    private static Reply report(GpsReceiver receiver, Call call) {
        int seconds = call.parameters().integer("<time>", 0, 255);
        call.parameters().end();
        receiver.report(seconds);
        return Response.ok();
    }
}
