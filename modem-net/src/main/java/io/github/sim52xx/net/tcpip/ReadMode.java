package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;

/**
 * +CIPRXGET: whether received data is told at once, or kept until it is read. Forgotten at power-off. Confined to the
 * modem's thread.
 */
public final class ReadMode implements Part {

    private final Modem modem;
    private boolean manual;

    public ReadMode(Modem modem) {
        this.modem = modem;
    }

    public boolean isManual() {
        return manual;
    }

    /** What waits in a network of the newer set is told then. */
    public void setManual(boolean value) {
        boolean changed = manual != value;
        manual = value;
        if (changed && modem.part(TcpIp.class).network() instanceof NumberedNetwork network) {
            network.readModeChanged();
        }
    }

    @Override
    public void powerOff() {
        manual = false;
    }
}
