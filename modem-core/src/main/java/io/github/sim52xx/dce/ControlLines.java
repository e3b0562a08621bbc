package io.github.sim52xx.dce;

import io.github.sim52xx.at.LineParameter;
import io.github.sim52xx.at.LineParameters;
import java.time.Duration;

/**
 * Drives the {@link Circuits} of a terminal: DCD as AT&amp;C says, DSR as AT&amp;S does, RI when +CFGRI wants it to
 * announce unsolicited result codes. Confined to the modem's thread.
 */
final class ControlLines {

    private static final int BLINKS = 2;
    /** What +CGFUNC's description gives for an unsolicited result code, manual 12.31. */
    private static final Duration RING = Duration.ofMillis(60);
    /** "Briefly", manual 16.5. */
    private static final Duration BLINK = Duration.ofSeconds(1);

    private final DceHost<?> host;
    private final LineParameters parameters;
    private final DteLink link;
    private Circuits shown = Circuits.OFF;
    private boolean connected;
    private int ringing;
    private int blinking;

    ControlLines(DceHost<?> host, LineParameters parameters, DteLink link) {
        this.host = host;
        this.parameters = parameters;
        this.link = link;
    }

    /** False where the DTE cannot switch a circuit without leaving altogether. */
    boolean exist() {
        return link.hasCircuits();
    }

    /** There is a connection, or none. */
    void connected(boolean is) {
        if (connected && !is && parameters.get(LineParameter.CARRIER_DETECT) == BLINKS) {
            blinking++;
            host.after(BLINK, () -> {
                blinking--;
                settle();
            });
        }
        connected = is;
        settle();
    }

    /** Something may have changed that a circuit shows. */
    void settle() {
        boolean on = host.answers();
        boolean dataSetReady = on && (connected || !parameters.on(LineParameter.DATA_SET_READY));
        boolean carrier = on && (connected || carrierWithoutConnection());
        boolean ring = on && ringing > 0;
        if (on != shown.clearToSend()
                || dataSetReady != shown.dataSetReady()
                || carrier != shown.carrierDetect()
                || ring != shown.ringIndicator()) {
            shown = new Circuits(on, dataSetReady, carrier, ring);
            link.circuits(shown);
        }
    }

    /** An unsolicited result code is given. */
    void ring() {
        if (link.hasCircuits() && host.ringsOnUnsolicited()) {
            ringing++;
            settle();
            host.after(RING, () -> {
                ringing--;
                settle();
            });
        }
    }

    private boolean carrierWithoutConnection() {
        return switch (parameters.get(LineParameter.CARRIER_DETECT)) {
            case 0 -> true;
            case BLINKS -> blinking == 0;
            default -> false;
        };
    }
}
