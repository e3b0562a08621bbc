package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NetworkTime;
import io.github.sim52xx.modem.Radio;
import java.util.List;

/** Registration, signal, access technology, network time. */
final class NetworkCommands implements CommandSet<Modem> {

    private static final List<Integer> SYSTEM_MODES = List.of(Radio.AUTOMATIC, Radio.GSM_ONLY, Radio.WCDMA_ONLY);

    @Override
    public String subject() {
        return "Network service, manual 9, 10.6 and 17.14";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var at = table.rows();
        at.command("+CSQ", "signal quality")
                .needsSim()
                .test("+CSQ: (0-31,99),(0-7,99)")
                .execute((modem, call) -> Response.ok(
                        "+CSQ: " + modem.radio().rssi() + "," + modem.radio().ber()));
        at.setting("+AUTOCSQ", "automatic signal reports")
                .integer("<auto>", 0, 1, 0)
                .optional()
                .integer("<mode>", 0, 1, 0)
                .withoutExecute()
                .onChange(modem -> modem.part(NetworkReports.class).restartSignal());
        at.setting("+CREG", "network registration")
                .integer("<n>", 0, 2, 0)
                .reads((modem, values) -> "+CREG: " + values + ","
                        + NetworkReports.registration(
                                modem.radio(), modem.settings().integer("+CREG", 0)))
                .onChange(modem -> modem.part(NetworkReports.class));
        at.setting("+CGREG", "packet network registration")
                .integer("<n>", 0, 2, 0)
                .test("+CGREG: (0-1)")
                .reads((modem, values) -> "+CGREG: " + values + ","
                        + NetworkReports.packetRegistration(
                                modem.radio(), modem.settings().integer("+CGREG", 0)))
                .onChange(modem -> modem.part(NetworkReports.class));
        at.setting("+CNSMOD", "system mode reports")
                .needsSim()
                .integer("<n>", 0, 1, 0)
                .withoutExecute()
                .reads((modem, values) -> "+CNSMOD: " + values + "," + NetworkReports.systemMode(modem.radio()))
                .onChange(modem -> modem.part(NetworkReports.class));
        at.command("+CNMP", "preferred system mode: 2 automatic, 13 GSM, 14 WCDMA")
                .needsSim()
                .test("+CNMP: (2,13,14)")
                .read((modem, call) -> Response.ok("+CNMP: " + modem.radio().preferredMode()))
                .write("<mode>", NetworkCommands::preferMode);
        at.command("+CPSI", "serving system")
                .test("+CPSI: (0-255)")
                .read((modem, call) -> Response.ok(NetworkReports.system(modem.radio())))
                .write("<time>", NetworkCommands::reportSystem);
        at.setting("+CTZU", "clock from the network")
                .needsSim()
                .integer("<onoff>", 0, 1, 0)
                .nonVolatile()
                .withoutExecute()
                .storedOnly();
        at.setting(NetworkTime.REPORTS, "time zone reports").needsSim().integer("<onoff>", 0, 1, 0);
    }

    /** {@code AT+CNMP=<mode>}: kept. */
    private static Reply preferMode(Modem modem, Call call) {
        int mode = call.parameters().integer("<mode>", Radio.AUTOMATIC, Radio.WCDMA_ONLY);
        call.parameters().end();
        if (!SYSTEM_MODES.contains(mode)) {
            throw new ParameterException("<mode> is none of " + SYSTEM_MODES + ": " + mode);
        }
        modem.radio().setPreferredMode(mode);
        return Response.ok();
    }

    /** {@code AT+CPSI=<time>}: the line of AT+CPSI? every so many seconds, 0 ends it. */
    private static Reply reportSystem(Modem modem, Call call) {
        int seconds = call.parameters().integer("<time>", 0, 255);
        call.parameters().end();
        modem.part(NetworkReports.class).restartSystem(seconds);
        return Response.ok();
    }
}
