package io.github.sim52xx.command;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Time;
import java.time.Duration;

/**
 * The assistance file of GPS (XTRA, SIM5320 manual 21.14 to 21.16): with it a start need not look for the satellites. Its
 * servers are not simulated: a download succeeds where there is packet service. Confined to the modem's thread.
 */
final class XtraFile {

    /** {@code +CGPSXD: 0}. */
    private static final int DONE = 0;

    private static final int NETWORK_ERROR = 227;
    private static final int NETWORK_ERROR_2014 = 237;
    private static final Duration DOWNLOAD_TAKES = Duration.ofSeconds(3);

    private final Modem modem;
    private int server;
    private boolean there;
    private Time.Timer download;

    XtraFile(Modem modem) {
        this.modem = modem;
    }

    /** The server that was asked last: 0 the primary one, 1, 2. */
    int server() {
        return server;
    }

    /** True if a start needs no more. */
    boolean helps() {
        return there && isOn("+CGPSXE");
    }

    /** The engine starts: +CGPSXDAUTO gets a file that is not there, for the next time. */
    void engineStarts() {
        if (!there && isOn("+CGPSXE") && isOn("+CGPSXDAUTO")) {
            downloadFrom(server);
        }
    }

    /** False if a download is under way. Its result comes as an unsolicited code. */
    boolean downloadFrom(int wanted) {
        if (download != null) {
            return false;
        }
        server = wanted;
        download = modem.timers().after(DOWNLOAD_TAKES, () -> {
            download = null;
            boolean reached = modem.radio().packetService();
            there |= reached;
            modem.terminals().unsolicited("+CGPSXD: " + (reached ? DONE : networkError()));
        });
        return true;
    }

    /** +CGPSDEL, or the supply has gone. */
    void delete() {
        download = NetworkReports.stop(download);
        there = false;
    }

    private int networkError() {
        return modem.firmwareYear() < 2014 ? NETWORK_ERROR : NETWORK_ERROR_2014;
    }

    private boolean isOn(String setting) {
        return modem.settings().integer(setting, 0) == 1;
    }
}
