package io.github.sim52xx.net.command;

import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Part;
import io.github.sim52xx.modem.Time;
import io.github.sim52xx.net.SocketError;
import io.github.sim52xx.net.SocketSettings;
import io.github.sim52xx.net.tcpip.NumberedNetwork;
import io.github.sim52xx.net.tcpip.TcpIp;
import java.time.Duration;

/**
 * What the bare AT+NETOPEN has begun: as long as there is no bearer it is tried again, as often as +CIPDNSSET and as long
 * as +CIPTIMEOUT say, and {@code +NETOPEN: 0} or {@code +NETOPEN: 1} tells how that ended. Confined to the modem's
 * thread.
 */
public final class NetworkOpening implements Part {

    private static final String LOSS = "+CIPEVENT: NETWORK CLOSED UNEXPECTEDLY";

    private final Modem modem;
    private Terminal terminal;
    private Time.Timer next;
    private int triesLeft;
    private Duration timeLeft;

    public NetworkOpening(Modem modem) {
        this.modem = modem;
    }

    boolean isRunning() {
        return next != null;
    }

    /** Begins; the outcome is told to {@code origin} behind the answer of its command. */
    void begin(Terminal origin) {
        SocketSettings settings = SocketSettings.of(modem);
        terminal = origin;
        triesLeft = settings.openRetries() + 1;
        timeLeft = settings.openTimeout();
        attempt();
    }

    private void attempt() {
        next = null;
        TcpIp tcpIp = modem.part(TcpIp.class);
        SocketSettings settings = tcpIp.settings();
        if (tcpIp.isForbidden()) {
            tell(SocketError.BUSY);
        } else if (tcpIp.hasBearer()) {
            tcpIp.openNetwork(new NumberedNetwork(modem, settings.transparent()), terminal, LOSS);
            tell(SocketError.NONE);
        } else if (triesLeft == 0 || timeLeft.isZero()) {
            tcpIp.explain("AT+NETOPEN", "there is no packet service or no context for sockets");
            tell(SocketError.NETWORK_FAILURE);
        } else {
            Duration pause = settings.openTry().compareTo(timeLeft) < 0 ? settings.openTry() : timeLeft;
            triesLeft--;
            timeLeft = timeLeft.minus(pause);
            next = modem.timers().after(pause, this::attempt);
        }
    }

    private void tell(SocketError how) {
        modem.terminals().report(terminal, "+NETOPEN: " + how.number());
    }

    @Override
    public void powerOff() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }
}
