package io.github.sim52xx.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.cli.world.Surroundings;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.Resolver;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** State, actions, events and their description over HTTP, to the byte of the requests. */
@Timeout(240)
class WorldResourcesTest {

    /** No heartbeat takes along what ought to have been sent before it, and no goodbye is cut short by a slow machine. */
    private static final Pace PATIENT = new Pace(Duration.ofHours(1), Duration.ofSeconds(60));

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final Events events = new Events(time);
    private final Modem modem = new Modem(
            Simulation.blueprint(StorageOptions.DEFAULT, new Resolver(List.of(), List.of()))
                    .time(time)
                    .build(),
            NonVolatile.IN_MEMORY);
    private final World world = new World(new Surroundings(modem), events);
    private ControlServer server;

    @BeforeEach
    void open() throws IOException {
        open(PATIENT);
    }

    private void open(Pace pace) throws IOException {
        server = new ControlServer(new InetSocketAddress("127.0.0.1", 0), new Outcomes(time), () -> world, pace);
    }

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void stateAndPartsOfIt() throws IOException {
        assertThat(json(get("/v1/state")).get("radio").get("rssi").asInt()).isEqualTo(22);
        assertThat(json(get("/v1/state/radio/operator")).get("numeric").asString())
                .isEqualTo("00101");
        assertThat(json(get("/v1/state/card/inserted")).asBoolean()).isTrue();
        assertProblem(get("/v1/state/moon"), 404, "there is no 'moon' in the state, but [modem, ");
        assertProblem(get("/v1/state/"), 404, "there is no '' in the state");
        assertProblem(get("/v1/state/bearer/faults/bandwidth"), 404, "'bandwidth' has no value at the moment");
    }

    @Test
    void anActionAnswersWithTheStateAfterwards() throws IOException {
        assertThat(json(post("/v1/world/card/pull", "{}")).get("inserted").asBoolean())
                .isFalse();
        assertProblem(post("/v1/world/card/pull", "{}"), 409, "card insert puts one in");
        JsonNode clock = json(post("/v1/world/clock/set", "{\"time\": \"2010-02-02T11:04:57+08:00\"}"));
        assertThat(clock.get("zone").asInt()).isEqualTo(32);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "/v1/world/clock/set; {}; 400; time is missing",
                "/v1/world/clock/set; {'time': 12}; 400; time '12' is not a time such as",
                "/v1/world/clock/set; {'time': null}; 400; time is missing",
                "/v1/world/clock/set; {'time': []}; 400; 'time' is neither a text nor",
                "/v1/world/clock/set; {'time': 'x', 'time': 'x'}; 400; 'time' is there twice",
                "/v1/world/clock/set; {'hour': 1}; 400; there is no argument 'hour' here",
                "/v1/world/clock/set; [1]; 400; no JSON object",
                "/v1/world/clock/set; {} {}; 400; something follows",
                "/v1/world/clock/set; {'time'; 400; the body is no JSON",
                "/v1/world/clock/set; {'time': 1; 400; expected close marker for Object",
                "/v1/world/radio/signal; {'rssi': 32}; 400; rssi '32' is not a number from 0 to 31, or 99",
                "/v1/world/clock/set; ''; 400; no JSON object",
                "/v1/world/clock/eat; {}; 404; but set",
                "/v1/world/clock; {}; 404; which of clock",
                "/v1/world; {}; 404; to act on",
                "/v1/world/a/b/c/d; {}; 404; to act on"
            })
    void whatIsWrongIsSaid(String path, String body, int status, String detail) throws IOException {
        assertProblem(post(path, body.replace('\'', '"')), status, detail);
    }

    @Test
    void problemsNameTheArgument() throws IOException {
        String answer = post("/v1/world/clock/set", "{\"time\": \"noon\"}");
        assertThat(answer).containsIgnoringCase("content-type: application/problem+json\r\n");
        assertThat(json(answer).get("argument").asString()).isEqualTo("time");
        assertThat(json(post("/v1/world/clock/set", "{\"time\": 1"))
                        .get("detail")
                        .asString())
                .endsWith("expected close marker for Object");
        JsonNode paths = json(get("/v2")).get("paths");
        assertThat(paths.valueStream().map(JsonNode::asString)).contains("/v1/state", "/v1/openapi.json");
    }

    @Test
    void foreignPagesAreKeptOut() throws IOException {
        String post = "POST /v1/world/card/pull HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2\r\n";
        String json = "Content-Type: application/json\r\n";
        assertProblem(request(post + "\r\n{}"), 415, "application/json");
        assertProblem(request(post + "Content-Type: text/plain\r\n\r\n{}"), 415, "application/json");
        for (String foreign : List.of(
                "Origin: http://evil.example.org",
                "Origin: null",
                "Origin: http://localhost:1",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site")) {
            assertProblem(request(post + json + foreign + "\r\n\r\n{}"), 403, "from elsewhere");
        }
        assertThat(json(get("/v1/state/card/inserted")).asBoolean()).isTrue();
        assertThat(request(
                        post + "Content-Type: Application/JSON; charset=utf-8\r\nOrigin: http://localhost\r\n\r\n{}"))
                .startsWith("HTTP/1.1 200 ");
    }

    @Test
    void bodiesAreBounded() throws IOException {
        assertProblem(post("/v1/world/card/pull", "{" + " ".repeat(64 * 1024) + "}"), 413, "longer than 65536");
        assertProblem(post("/v1/world/card/pull", "[".repeat(60_000)), 400, "no JSON object");
        assertProblem(post("/v1/world/card/pull", "{\"a\":" + "9".repeat(50_000) + "}"), 400, "");
        String name = "x".repeat(50_000);
        for (String path : List.of("/v1/state/", "/v1/world/", "/v1/world/card/", "/")) {
            assertThat(path.startsWith("/v1/world") ? post(path + name, "{}") : get(path + name))
                    .contains("xxx…")
                    .hasSizeLessThan(2000);
        }
    }

    @Test
    void theDescriptionIsOpenApi() throws IOException {
        JsonNode document = json(get("/v1/openapi.json"));
        assertThat(document.get("openapi").asString()).isEqualTo("3.1.0");
        assertThat(document.get("info").propertyNames()).contains("title", "version");
        assertThat(document.get("servers").get(0).get("url").asString())
                .isEqualTo("http://127.0.0.1:" + server.address().getPort());
        Set<String> ids = new HashSet<>();
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            assertThat(path.getKey()).startsWith("/v1/");
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                assertThat(method.getKey()).isIn("get", "post");
                JsonNode operation = method.getValue();
                assertThat(ids.add(operation.get("operationId").asString())).isTrue();
                assertThat(operation.get("summary").asString()).isNotBlank();
                assertThat(operation.get("responses").has("200")).isTrue();
                assertThat(operation.get("responses").has("403")).isTrue();
                operation.get("responses").forEach(response -> {
                    assertThat(response.get("description").isString()).isTrue();
                    response.get("content")
                            .forEach(
                                    content -> assertThat(content.has("schema")).isTrue());
                });
            }
        }
        assertThat(ids).containsAll(world.actions().stream().map(a -> a.name()).toList());
        for (JsonNode reference : document.findValues("$ref")) {
            assertThat(document.at(reference.asString().substring(1)).isMissingNode())
                    .isFalse();
        }
        JsonNode set = document.at("/paths/~1v1~1world~1clock~1set/post/requestBody/content/application~1json/schema");
        assertThat(set.get("required").get(0).asString()).isEqualTo("time");
        assertThat(set.at("/properties/time/format").asString()).isEqualTo("date-time");
        assertThat(set.get("additionalProperties").asBoolean()).isFalse();
    }

    @Test
    void whatIsDescribedIsThere() throws IOException {
        for (Map.Entry<String, JsonNode> path :
                json(get("/v1/openapi.json")).get("paths").properties()) {
            if (path.getValue().has("get") && !path.getKey().equals("/v1/events")) {
                assertThat(get(path.getKey())).as(path.getKey()).startsWith("HTTP/1.1 200 ");
            } else if (path.getValue().has("post")) {
                assertProblem(post(path.getKey(), "{\"no such argument\": 1}"), 400, "no argument");
            }
        }
    }

    @Test
    void eventsOfTheKindsThatAreAskedFor() throws IOException {
        try (Listener all = listen("/v1/events", "");
                Listener some = listen("/v1/events?kind=urc%2Cfile", "")) {
            publish("at", 1);
            publish("urc", 2);
            assertThat(all.next())
                    .containsExactly("id: 1", "event: at", "data: {\"time\":\"2010-02-02T03:04:57Z\",\"n\":1}");
            assertThat(all.next()).startsWith("id: 2", "event: urc");
            assertThat(some.next()).startsWith("id: 2", "event: urc");
        }
        assertProblem(get("/v1/events?kind=moon"), 400, "there is no kind 'moon' of events, but [at, ");
    }

    @Test
    void whoComesBackIsToldWhatWasMissed() throws IOException {
        try (Listener listener = listen("/v1/events", "")) {
            publish("at", 1);
            listener.next();
        }
        publish("at", 2);
        try (Listener again = listen("/v1/events", "Last-Event-ID: 1\r\n")) {
            assertThat(again.next()).startsWith("id: 2");
        }
        try (Listener stranger = listen("/v1/events", "Last-Event-ID: 77\r\n")) {
            assertThat(stranger.next())
                    .containsExactly(
                            "event: gap", "data: {\"detail\":\"what happened in between is not kept any more\"}");
        }
        assertProblem(
                request("GET /v1/events HTTP/1.1\r\nHost: localhost\r\nLast-Event-ID: x\r\n\r\n"),
                400,
                "Last-Event-ID");
    }

    @Test
    void streamsEndWithTheServer() throws IOException {
        try (Listener listener = listen("/v1/events", "")) {
            server.close();
            assertThat(listener.next()).containsExactly("event: end", "data: {\"detail\":\"the modem ends\"}");
        }
    }

    @Test
    void aListenerThatDoesNotListenIsDroppedAndHoldsNobodyUp() throws IOException {
        String text = "x".repeat(4000);
        try (Listener deaf = listen("/v1/events", "");
                Listener good = listen("/v1/events?kind=urc", "")) {
            // Nobody reads meanwhile: if this waited for a listener, it would wait for ever.
            for (int i = 0; i < 20_000; i++) {
                events.publish("at", () -> Map.of("text", text));
            }
            publish("urc", 1);
            assertThat(good.next()).contains("event: urc");
            List<String> last = List.of();
            for (List<String> next = deaf.next(); !next.isEmpty(); next = deaf.next()) {
                last = next;
            }
            assertThat(last).first().isEqualTo("event: dropped");
            assertThat(last.get(1)).contains("too slow");
        }
    }

    @Test
    void theDeafMakeRoomAndDoNotDelayTheEnd() throws IOException, InterruptedException {
        server.close();
        // Less than a minute for all of them together, and more if each had it.
        open(new Pace(PATIENT.heartbeat(), Duration.ofSeconds(1)));
        List<Listener> deaf = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                deaf.add(listen("/v1/events", ""));
            }
            String text = "x".repeat(4000);
            for (int i = 0; i < 10_000; i++) {
                events.publish("at", () -> Map.of("text", text));
            }
            assertProblem(get("/v1/events"), 503, "64 listen already");
            for (int i = 0; i < 6000 && !admitted(); i++) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
            assertThat(admitted()).isTrue();
            long begin = System.nanoTime();
            server.close();
            assertThat(TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - begin))
                    .isLessThan(60);
        } finally {
            for (Listener listener : deaf) {
                listener.close();
            }
        }
    }

    private boolean admitted() throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write("GET /v1/events HTTP/1.0\r\nHost: localhost\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.UTF_8).equals("HTTP/1.1 200");
        }
    }

    @Test
    void thereIsRoomForSoManyListeners() throws IOException {
        List<Listener> listeners = new ArrayList<>();
        try {
            for (int i = 0; i < 64; i++) {
                listeners.add(listen("/v1/events", ""));
            }
            assertProblem(get("/v1/events"), 503, "64 listen already");
        } finally {
            for (Listener listener : listeners) {
                listener.close();
            }
        }
        assertThat(get("/v1/state/power")).startsWith("HTTP/1.1 200 ");
    }

    private void publish(String kind, int n) {
        events.publish(kind, () -> Map.of("n", n));
    }

    private static void assertProblem(String answer, int status, String detail) {
        assertThat(answer).startsWith("HTTP/1.1 " + status + " ");
        assertThat(json(answer).get("status").asInt()).isEqualTo(status);
        assertThat(json(answer).get("detail").asString()).contains(detail);
    }

    private static JsonNode json(String answer) {
        return new ObjectMapper().readTree(answer.substring(answer.indexOf("\r\n\r\n")));
    }

    private String get(String path) throws IOException {
        return request("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
    }

    private String post(String path, String body) throws IOException {
        return request("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: " + body.length() + "\r\n\r\n" + body);
    }

    private String request(String text) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream()
                    .write(text.replaceFirst("\r\n", "\r\nConnection: close\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.address().getPort());
        socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(60));
        return socket;
    }

    private Listener listen(String path, String header) throws IOException {
        Listener listener = new Listener(connect());
        listener.socket
                .getOutputStream()
                .write(("GET " + path + " HTTP/1.0\r\nHost: localhost\r\n" + header + "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        while (!listener.lines.readLine().equals(": listening")) {
            // The head of the answer.
        }
        listener.lines.readLine();
        return listener;
    }

    /** One who follows events. */
    private static final class Listener implements AutoCloseable {

        private final Socket socket;
        private final BufferedReader lines;

        private Listener(Socket socket) throws IOException {
            this.socket = socket;
            lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        }

        /** The lines of the next event; none at the end. */
        private List<String> next() throws IOException {
            List<String> event = new ArrayList<>();
            for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                event.add(line);
            }
            return event;
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
