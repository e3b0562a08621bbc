package io.github.sim52xx.net;

import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.net.command.PacketCommands;
import io.github.sim52xx.net.command.SocketContextCommands;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import java.util.List;

/** A modem with a packet domain and a terminal, without echo. What it may reach is the test's business. */
final class NetworkedModem {

    private final TestModem device;
    private final AtDialogue dte;

    NetworkedModem() {
        this(new Resolver(List.of(), List.of()), Trace.NONE);
    }

    NetworkedModem(Resolver resolver, Trace trace) {
        device = new TestModem(
                List.of(new PacketCommands(), new SocketContextCommands()),
                blueprint -> blueprint
                        .trace(trace)
                        .part(PacketDomain.class, PacketDomain::new)
                        .part(Bearer.class, modem -> new Bearer(modem, resolver)));
        dte = AtDialogue.quiet(device.modem());
    }

    Modem modem() {
        return device.modem();
    }

    PacketDomain domain() {
        return modem().part(PacketDomain.class);
    }

    Bearer bearer() {
        return modem().part(Bearer.class);
    }

    /** Sends a line and returns the lines of the answer. */
    List<String> line(String line) {
        return dte.line(line);
    }

    /** Lets time pass. */
    void pass(int seconds) {
        device.time().advance(Duration.ofSeconds(seconds));
    }
}
