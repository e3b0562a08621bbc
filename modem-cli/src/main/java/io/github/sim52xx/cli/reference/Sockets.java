package io.github.sim52xx.cli.reference;

import io.github.sim52xx.cli.transcript.Fixture;
import java.util.List;
import java.util.Map;

/** What comes before the examples of the socket commands. */
final class Sockets {

    private static final Fixture TCP_SERVER = new Fixture.TcpServer(7001, Fixture.TcpServer.Conduct.SILENT, "");
    private static final Fixture UDP_PEER = new Fixture.UdpEcho(7002);
    private static final Fixture TCP_CLIENTS = new Fixture.TcpClients(80);

    private static final String TCP = "AT+NETOPEN=\"TCP\"";
    private static final String CONNECT = "AT+TCPCONNECT=\"server.example\",7001";
    private static final String LINKS = "AT+NETOPEN=,,1";
    private static final String LINK = "AT+CIPOPEN=0,\"TCP\",\"server.example\",7001";

    private static final Map<String, List<String>> LINES = Map.ofEntries(
            Map.entry("+IPADDR", List.of(TCP)),
            Map.entry("+NETCLOSE", List.of(TCP)),
            Map.entry("+SERVERSTART", List.of(TCP + ",80")),
            Map.entry("+TCPCONNECT", List.of(TCP)),
            Map.entry("+TCPWRITE", List.of(TCP, CONNECT)),
            Map.entry("+TCPCLOSE", List.of(TCP, CONNECT)),
            Map.entry("+UDPSEND", List.of("AT+NETOPEN=\"UDP\"")),
            Map.entry("+CIPOPEN", List.of(LINKS)),
            Map.entry("+CIPSEND", List.of(LINKS, LINK)),
            Map.entry("+CIPCLOSE", List.of(LINKS, LINK)),
            Map.entry("+CIPSTAT", List.of(LINKS, LINK)));

    private Sockets() {}

    /** True if the command does nothing on a modem without sockets. */
    static boolean needs(String name) {
        return LINES.containsKey(name);
    }

    static List<String> lines(String name) {
        return LINES.get(name);
    }

    /** Who is at the other end. */
    static List<Fixture> fixtures(String name) {
        return switch (name) {
            case "+IPADDR", "+NETCLOSE" -> List.of();
            case "+SERVERSTART" -> List.of(TCP_CLIENTS);
            case "+UDPSEND" -> List.of(UDP_PEER);
            default -> List.of(TCP_SERVER);
        };
    }
}
