package io.github.sim52xx.net;

import io.github.sim52xx.at.CommandSet;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.Trace;
import io.github.sim52xx.net.command.NameCommands;
import io.github.sim52xx.net.command.PacketCommands;
import io.github.sim52xx.net.command.PingCommands;
import io.github.sim52xx.net.command.QosCommands;
import io.github.sim52xx.net.command.SecondaryContextCommands;
import io.github.sim52xx.net.command.SocketContextCommands;
import io.github.sim52xx.net.command.SocketSettingCommands;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A modem with a packet domain and a terminal, without echo. What it may reach is the test's business. Work that blocks
 * is done at once.
 */
final class NetworkedModem {

    private final TestModem device;
    private final AtDialogue dte;

    NetworkedModem() {
        this(new Resolver(List.of(), List.of()), Trace.NONE);
    }

    NetworkedModem(Resolver resolver, Trace trace) {
        this(resolver, List.of(), blueprint -> blueprint.trace(trace));
    }

    /** @param more commands besides those of this module */
    NetworkedModem(Resolver resolver, List<CommandSet<Modem>> more, UnaryOperator<Blueprint.Builder> changes) {
        List<CommandSet<Modem>> commands = new ArrayList<>(List.of(
                new PacketCommands(),
                new SocketContextCommands(),
                new SecondaryContextCommands(),
                new QosCommands(),
                new SocketSettingCommands(),
                new NameCommands(),
                new PingCommands()));
        commands.addAll(more);
        device = new TestModem(
                commands,
                blueprint -> changes.apply(blueprint
                        .workers(Runnable::run)
                        .part(PacketDomain.class, PacketDomain::new)
                        .part(Bearer.class, modem -> new Bearer(modem, resolver))
                        .part(Ping.class, Ping::new)));
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

    /** What the console was told so far. */
    List<String> events() {
        return device.events();
    }

    /** Sends a line and returns the lines of the answer. */
    List<String> line(String line) {
        return dte.line(line);
    }

    /** Types characters and returns what came back. */
    String type(String characters) {
        return dte.type(characters);
    }

    /** The lines that have come since. */
    List<String> came() {
        return dte.takenLines();
    }

    /** Lets time pass. */
    void pass(int seconds) {
        device.time().advance(Duration.ofSeconds(seconds));
    }

    /** Lets time pass and returns the lines that came meanwhile. */
    List<String> during(int seconds) {
        pass(seconds);
        return came();
    }
}
