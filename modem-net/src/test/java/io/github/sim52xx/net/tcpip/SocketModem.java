package io.github.sim52xx.net.tcpip;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.net.Bearer;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.ListenRule;
import io.github.sim52xx.net.PacketDomain;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.Tls;
import io.github.sim52xx.net.command.NetworkOpening;
import io.github.sim52xx.net.command.NumberedSocketCommands;
import io.github.sim52xx.net.command.PacketCommands;
import io.github.sim52xx.net.command.SingleSocketCommands;
import io.github.sim52xx.net.command.SocketCommands;
import io.github.sim52xx.net.command.SocketContextCommands;
import io.github.sim52xx.net.command.SocketSettingCommands;
import io.github.sim52xx.net.socket.SocketService;
import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A modem with sockets and a terminal, without echo. Its ports 80 and 81 are any free ones of this machine. */
final class SocketModem implements AutoCloseable {

    static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    private final TestModem device;
    private final AtDialogue dte;

    SocketModem() {
        this(Firmware.V2010);
    }

    SocketModem(Firmware firmware) {
        Resolver resolver = new Resolver(
                List.of(),
                List.of(),
                Tls.NONE,
                List.of(
                        new ListenRule(80, new HostPort("127.0.0.1", 0)),
                        new ListenRule(81, new HostPort("127.0.0.1", 0))));
        device = new TestModem(
                List.of(
                        new PacketCommands(),
                        new SocketContextCommands(),
                        new SocketSettingCommands(),
                        new SocketCommands(),
                        new SingleSocketCommands(),
                        new NumberedSocketCommands()),
                blueprint -> blueprint
                        .firmware(firmware)
                        .part(PacketDomain.class, PacketDomain::new)
                        .part(Bearer.class, modem -> new Bearer(modem, resolver))
                        .part(SocketService.class, SocketService::new)
                        .part(TcpIp.class, TcpIp::new)
                        .part(ReadMode.class, ReadMode::new)
                        .part(NetworkOpening.class, NetworkOpening::new));
        dte = AtDialogue.quiet(device.modem());
    }

    Modem modem() {
        return device.modem();
    }

    AtDialogue dte() {
        return dte;
    }

    /** Types characters and returns what has come when the modem has done everything that it had to do. */
    String type(String characters) {
        return dte.type(characters) + settled();
    }

    /** What has come when the modem has done everything that it had to do. */
    String settled() {
        // What is done may leave something to be done.
        for (int i = 0; i < 3; i++) {
            run(() -> {});
        }
        return dte.taken();
    }

    /** Sends a line and returns the lines of the answer, waiting for the final result. */
    List<String> line(String line) {
        return dte.longLine(line);
    }

    /** Sends a line whose answer is expected to be OK behind {@code lines}. */
    void ok(String line, String... lines) {
        List<String> came = line(line);
        List<String> expected = new ArrayList<>(List.of(lines));
        expected.add("OK");
        if (!came.equals(expected)) {
            throw new AssertionError(line + ": " + came + " instead of " + expected);
        }
    }

    /** Lets time pass. */
    void pass(Duration time) {
        device.time().advance(time);
    }

    /** Where the modem's server on {@code port} really is. */
    int listening(int port) {
        String prefix = "port " + port + " of the modem listens on 127.0.0.1:";
        return device.events().stream()
                .filter(event -> event.startsWith(prefix))
                .mapToInt(event -> Integer.parseInt(event.substring(prefix.length())))
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    void run(Runnable task) {
        CompletableFuture.runAsync(task, modem()::execute).join();
    }

    @Override
    public void close() {
        modem().close();
    }
}
