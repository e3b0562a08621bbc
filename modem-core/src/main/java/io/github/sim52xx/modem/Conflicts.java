package io.github.sim52xx.modem;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who uses the modem's network at the moment: the mail commands on one side, TCP/IP, MMS and GPS commands on the other
 * cannot be used together (application note 5). Confined to the modem's thread.
 */
public final class Conflicts implements Part {

    /** A user of the network. */
    public enum Service {
        SMTP,
        POP3,
        TCPIP,
        MMS,
        GPS;

        private boolean isMail() {
            return this == SMTP || this == POP3;
        }
    }

    private final Set<Service> active = EnumSet.noneOf(Service.class);

    /** True if {@code wanted} cannot be used because of what is active. */
    public boolean forbid(Service wanted) {
        return active.stream().anyMatch(service -> service.isMail() != wanted.isMail());
    }

    public void begin(Service service) {
        active.add(service);
    }

    public void end(Service service) {
        active.remove(service);
    }

    @Override
    public void powerOff() {
        active.clear();
    }
}
