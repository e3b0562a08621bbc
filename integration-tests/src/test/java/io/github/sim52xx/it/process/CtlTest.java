package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code sim52xx ctl}, and a control port that is treated badly. */
@Timeout(180)
class CtlTest {

    @TempDir
    private Path directory;

    @Test
    void theWorldIsChangedAndAsked() throws Exception {
        try (SimProcess.Running modem = SimProcess.run(directory, List.of(), "--control", "0");
                TcpTerminal terminal = modem.terminal()) {
            terminal.line("ATE0");
            assertThat(terminal.line("AT+FSCD=D:/")).contains("OK");
            assertThat(ctl(modem, 0, "card", "pull")).isEmpty();
            assertThat(terminal.line("AT+FSCD=D:/")).contains("ERROR");
            assertThat(ctl(modem, 1, "card", "pull"))
                    .isEqualTo("sim52xx: there is no card in the slot; card insert puts one in\n");
            assertThat(ctl(modem, 0, "state", "card", "inserted")).isEqualTo("false\n");
            assertThat(terminal.line("AT+NETOPEN=,,1")).contains("Network opened");
            assertThat(ctl(modem, 0, "state", "sockets").lines())
                    .containsExactly("open      true", "commands  older", "mode      multi", "links", "servers");
            JsonNode card = new ObjectMapper().readTree(ctl(modem, 0, "card", "insert", "--json"));
            assertThat(card.get("inserted").asBoolean()).isTrue();
            assertThat(ctl(modem, 0, "state").lines())
                    .contains("radio")
                    .anyMatch(line -> line.matches(" +registration +home"))
                    .anyMatch(line -> line.matches(" +rssi +22"));
            assertThat(ctl(modem, 1, "state", "moon"))
                    .startsWith("sim52xx: there is no 'moon' in the state, but [modem");
            JsonNode api = new ObjectMapper().readTree(ctl(modem, 0, "openapi"));
            assertThat(api.get("paths").has("/v1/world/card/pull")).isTrue();
        }
    }

    @Test
    void eventsAreFollowedUntilTheModemEnds() throws Exception {
        try (SimProcess.Running modem = SimProcess.run(directory, List.of(), "--control", "0");
                SimProcess events =
                        SimProcess.start(directory, List.of(), "ctl", "events", "--to", "" + modem.port("control"));
                SimProcess json = SimProcess.start(
                        directory,
                        List.of(),
                        "ctl",
                        "events",
                        "--json",
                        "--kind=mail,file",
                        "--to",
                        "" + modem.port("control"));
                TcpTerminal terminal = modem.terminal()) {
            // A program takes a while to begin listening; a line is told as soon as both do.
            for (int i = 0; !(json.output().contains("tmp") && events.output().contains("AT+FSMKDIR")); i++) {
                assertThat(i).isLessThan(6000);
                terminal.line("AT+FSMKDIR=tmp" + i);
                TimeUnit.MILLISECONDS.sleep(20);
            }
            terminal.line("AT+POP3SRV=\"pop3.server.com\",\"un\",\"geheim\"");
            terminal.line("AT+POP3IN");
            events.awaitOutput("at 1 < AT+POP3SRV=***");
            json.awaitOutput("\"command\":\"AT+POP3IN\"");
            modem.process().process().destroy();
            assertThat(modem.process().exitCode()).isZero();
            assertThat(events.exitCode()).isZero();
            assertThat(json.exitCode()).isZero();
            assertThat(events.output())
                    .contains(
                            "at 1 < AT+FSMKDIR=tmp",
                            "at 1 > OK",
                            "at 1 < AT+POP3SRV=***",
                            "file change created, path C:/tmp")
                    .doesNotContain("geheim");
            assertThat(json.output().lines()).allMatch(line -> line.startsWith("{\"kind\":\""));
            assertThat(json.output()).contains("\"command\":\"AT+POP3IN\"").doesNotContain("geheim");
        }
    }

    @Test
    void nobodyThere() throws Exception {
        try (ClosedPort nobody = new ClosedPort()) {
            for (List<String> command : List.of(List.of("card", "pull"), List.of("state"), List.of("events"))) {
                assertThat(run(1, with(command, "--to", "" + nobody.number())).lines())
                        .singleElement()
                        .asString()
                        .startsWith("sim52xx: no control port at 127.0.0.1:" + nobody.number() + " (")
                        .contains("is  sim52xx run  running?", "--to");
            }
        }
    }

    @Test
    void manyModemsHaveNoWorld() throws Exception {
        try (SimProcess.Running modems =
                SimProcess.run(directory, List.of(), "--control", "0", "--fresh-per-connection")) {
            assertThat(ctl(modems, 1, "card", "pull")).contains("--fresh-per-connection");
            assertThat(ctl(modems, 1, "state")).contains("--fresh-per-connection");
            assertThat(ctl(modems, 1, "events")).contains("--fresh-per-connection");
        }
    }

    @Test
    void wrongUse() throws Exception {
        for (List<String> words : List.of(
                List.<String>of(),
                List.of("moon"),
                List.of("card"),
                List.of("card", "eat"),
                List.of("card", "pull", "more"),
                List.of("clock", "set"),
                List.of("clock", "set", "noon"),
                List.of("state", "--to", "x"),
                List.of("events", "--kind", "moon"))) {
            assertThat(run(2, words).lines()).as("%s", words).hasSize(1);
        }
        assertThat(run(2, List.of("card"))).startsWith("sim52xx: which of card: pull, insert");
        assertThat(run(2, List.of("clock", "set", "noon")))
                .contains("'noon' is not a time such as 2010-02-02T11:04:57+08:00");
    }

    @Test
    void theModemGoesOnWhateverHappensToTheControlPort() throws Exception {
        List<Socket> open = new ArrayList<>();
        try (SimProcess.Running modem = SimProcess.run(directory, List.of("-Xmx96m"), "--control", "0");
                TcpTerminal terminal = modem.terminal()) {
            terminal.line("ATE0");
            int port = modem.port("control");
            for (int i = 0; i < 100; i++) {
                open.add(new Socket("127.0.0.1", port));
            }
            for (int i = 0; i < 30; i++) {
                open.add(send(port, "GET /v1/state HTTP/1.1\r\nHost: loc"));
                open.add(send(
                        port,
                        "POST /v1/world/card/pull HTTP/1.1\r\nHost: localhost\r\nContent-Type:"
                                + " application/json\r\nContent-Length: 1000000000\r\n\r\n{"));
            }
            for (String flood : List.of("GET /", "GET / HTTP/1.1\r\nX: ", "GET / HTTP/1.1\r\n")) {
                flood(port, flood, flood.endsWith("\n") ? "X-More: header\r\n" : "x");
            }
            for (int i = 0; i < 20; i++) {
                Socket deaf = send(port, "GET /v1/events HTTP/1.1\r\nHost: localhost\r\n\r\n");
                open.add(deaf);
            }
            for (int i = 0; i < 2000; i++) {
                assertThat(terminal.line("AT+CSQ")).contains("OK");
            }
            for (Socket socket : open) {
                socket.close();
            }
            assertThat(ctl(modem, 0, "state", "card", "inserted")).isEqualTo("true\n");
            assertThat(modem.process().output()).doesNotContain("OutOfMemory", "Exception");
        }
    }

    private static Socket send(int port, String text) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        return socket;
    }

    /** A hundred megabytes, which is more than the modem has, or as much as is taken. */
    private static void flood(int port, String begin, String more) throws IOException {
        byte[] piece = more.repeat(65536 / more.length()).getBytes(StandardCharsets.ISO_8859_1);
        try (Socket socket = send(port, begin)) {
            OutputStream out = socket.getOutputStream();
            for (int i = 0; i < 1600; i++) {
                out.write(piece);
            }
        } catch (IOException e) {
            // Hung up on, rightly.
        }
    }

    private String ctl(SimProcess.Running modem, int exitCode, String... words) throws Exception {
        return run(exitCode, with(List.of(words), "--to", "127.0.0.1:" + modem.port("control")));
    }

    private String run(int exitCode, List<String> words) throws Exception {
        try (SimProcess process = SimProcess.start(
                directory,
                List.of("-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8"),
                with(List.of("ctl"), words.toArray(String[]::new)).toArray(String[]::new))) {
            assertThat(process.exitCode()).as(process.output()).isEqualTo(exitCode);
            return process.output();
        }
    }

    private static List<String> with(List<String> words, String... more) {
        return Stream.concat(words.stream(), Stream.of(more)).toList();
    }
}
