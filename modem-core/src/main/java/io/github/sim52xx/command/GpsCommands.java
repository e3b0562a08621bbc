package io.github.sim52xx.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.at.CommandTable;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Rows;
import io.github.sim52xx.gps.Sentences;
import io.github.sim52xx.modem.Modem;

/** Switches GPS on and off, and asks where the modem is. */
final class GpsCommands implements CommandSet<Modem> {

    private static final int MAX_URL = 128;
    private static final int MAX_ACCURACY = 1_800_000;
    private static final int MAX_RESERVED = 65535;

    @Override
    public String subject() {
        return "GPS, SIM5320 manual 21";
    }

    @Override
    public void addTo(CommandTable.Builder<Modem> table) {
        var gps = table.<GpsReceiver>rows(modem -> modem.part(GpsReceiver.class));
        addSwitches(gps);
        addPositions(gps);
        addSettings(gps);
    }

    private static void addSwitches(Rows<Modem, GpsReceiver> gps) {
        gps.command("+CGPS", "GPS on and off")
                .test("+CGPS: (0,1),(1-3)")
                .read((receiver, call) -> Response.ok("+CGPS: " + (receiver.isOn() ? 1 : 0) + "," + receiver.mode()))
                .write("<on/off>[,<mode>]", GpsCommands::turn)
                .example("AT+CGPS=1,1");
        gps.command("+CGPSCOLD", "GPS on, knowing nothing of the satellites").execute(start(GpsReceiver.Start.COLD));
        gps.command("+CGPSHOT", "GPS on, knowing the satellites").execute(start(GpsReceiver.Start.HOT));
        gps.command("+CGPSDEL", "forget the satellites").execute((receiver, call) -> orError(receiver.forgetSky()));
        gps.setting("+CGPSAUTO", "GPS on at power-on")
                .oneOf("<auto>", 0, 0, 1)
                .nonVolatile()
                .withoutExecute()
                .readPrefix("+CGPSAUTO:")
                .test("+CGPSAUTO:(0,1)");
    }

    private static void addPositions(Rows<Modem, GpsReceiver> gps) {
        gps.command("+CGPSINFO", "position, once or from time to time")
                .test("+CGPSINFO: (0-255)")
                .read((receiver, call) -> Response.ok("+CGPSINFO: " + receiver.infoPeriod()))
                .write("<time>", GpsCommands::reportInfo)
                .execute((receiver, call) -> Response.ok(receiver.info()))
                .example("AT+CGPSINFO");
        gps.command("+CGPSINFOCFG", "NMEA sentences from time to time; GGA 1, RMC 2, GSV 4, GSA 8, VTG 16")
                .test("+CGPSINFOCFG: (0-255),(0-31)")
                .read((receiver, call) -> Response.ok("+CGPSINFOCFG: " + receiver.sentenceReport()))
                .write("<time>[,<config>]", GpsCommands::reportSentences)
                .example("AT+CGPSINFOCFG=10,31");
        gps.setting("+CGPSNMEA", "NMEA sentences that GPS makes; GGA 1, RMC 2, GSV 4, GSA 8, VTG 16")
                .integer("<nmea>", 0, Sentences.ALL, Sentences.ALL)
                .withoutExecute()
                .unless(GpsReceiver::isOn);
        gps.setting("+CGPSFTM", "test mode: strengths of the signals every second")
                .oneOf("<on/off>", 0, 0, 1)
                .withoutExecute()
                .test("")
                .onChange(GpsReceiver::restartTestMode);
    }

    private static void addSettings(Rows<Modem, GpsReceiver> gps) {
        gps.setting("+CGPSURL", "server that helps to find the position")
                .text("<URL>", MAX_URL, "")
                .nonVolatile()
                .withoutExecute()
                .readPrefix("+CGPSURL:")
                .test("")
                .example("AT+CGPSURL=\"agps.server.com:7275\"");
        gps.setting("+CGPSSSL", "certificate for that server")
                .oneOf("<SSL>", 0, 0, 1)
                .nonVolatile()
                .withoutExecute()
                .storedOnly();
        gps.setting("+CGPSSWITCH", "port for NMEA sentences of GPS: 1 a port of its own, 2 UART")
                .oneOf("<port>", 1, 1, 2)
                .nonVolatile()
                .withoutExecute()
                .test("+CGPSSWITCH:(1,2)")
                .storedOnly();
        gps.setting("+CGPSMD", "how the network is asked: 0 control plane, 1 user plane")
                .oneOf("<method>", 0, 0, 1)
                .withoutExecute()
                .unless(GpsReceiver::isOn)
                .storedOnly();
        gps.command("+CGPSNOTIFY", "answer to the network, which never asks")
                .test("+CGPSNOTIFY: (0-2)")
                .write("<resp>", GpsCommands::answerNetwork);
        addXtra(gps);
        gps.setting("+CGPSPMD", "positioning modes")
                .since(2014)
                .integer("<mode>", 1, 127, 127)
                .nonVolatile()
                .withoutExecute()
                .storedOnly();
        gps.setting("+CGPSMSB", "standalone if no help comes")
                .since(2014)
                .oneOf("<mode>", 1, 0, 1)
                .withoutExecute()
                .storedOnly();
        gps.setting("+CGPSHOR", "wanted accuracy in metres")
                .since(2014)
                .integer("<acc>", 0, MAX_ACCURACY, 50)
                .optional()
                .integer("<acc_f>", 0, MAX_RESERVED, 0)
                .withoutExecute()
                .storedOnly();
    }

    private static void addXtra(Rows<Modem, GpsReceiver> gps) {
        gps.setting("+CGPSXE", "XTRA assistance")
                .oneOf("<on/off>", 0, 0, 1)
                .nonVolatile()
                .withoutExecute();
        gps.command("+CGPSXD", "download the XTRA file")
                .test("+CGPSXD: (0-2)")
                .read((receiver, call) ->
                        Response.ok("+CGPSXD: " + receiver.xtra().server()))
                .write("<server>", GpsCommands::downloadXtra)
                .example("AT+CGPSXD=0");
        gps.setting("+CGPSXDAUTO", "XTRA download at the start")
                .oneOf("<on/off>", 0, 0, 1)
                .withoutExecute();
    }

    /** {@code AT+CGPS=1,1}; {@code AT+CGPS=0} is followed by {@code +CGPS: 0} when GPS is really off. */
    private static Reply turn(GpsReceiver receiver, Call call) {
        boolean on = call.parameters().integer("<on/off>", 0, 1) == 1;
        int mode = call.parameters().integerOr("<mode>", 1, GpsReceiver.UE_ASSISTED, GpsReceiver.STANDALONE);
        call.parameters().end();
        return orError(on ? receiver.start(mode, GpsReceiver.Start.AUTOMATIC) : receiver.stop());
    }

    private static Handler<GpsReceiver> start(GpsReceiver.Start how) {
        return (receiver, call) -> orError(receiver.start(GpsReceiver.STANDALONE, how));
    }

    /** {@code AT+CGPSINFO=<time>}: every so many seconds, 0 ends it. */
    private static Reply reportInfo(GpsReceiver receiver, Call call) {
        int seconds = call.parameters().integer("<time>", 0, 255);
        call.parameters().end();
        receiver.reportInfo(seconds);
        return Response.ok();
    }

    /** {@code AT+CGPSINFOCFG=<time>[,<config>]}: without sentences, or with a time of 0, none. */
    private static Reply reportSentences(GpsReceiver receiver, Call call) {
        int seconds = call.parameters().integer("<time>", 0, 255);
        int chosen = call.parameters().integerOr("<config>", 0, Sentences.ALL, 0);
        call.parameters().end();
        receiver.reportSentences(seconds, chosen);
        return Response.ok();
    }

    /** {@code AT+CGPSXD=<server>} is followed by {@code +CGPSXD: 0} when the file is there. */
    private static Reply downloadXtra(GpsReceiver receiver, Call call) {
        int server = call.parameters().integer("<server>", 0, 2);
        call.parameters().end();
        return orError(receiver.xtra().downloadFrom(server));
    }

    private static Reply answerNetwork(GpsReceiver receiver, Call call) {
        call.parameters().integer("<resp>", 0, 2);
        call.parameters().end();
        return Response.ok();
    }

    private static Reply orError(boolean done) {
        return done ? Response.ok() : Response.error();
    }
}
