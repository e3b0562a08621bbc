package io.github.sim52xx.cli.control;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.cli.Simulation;
import io.github.sim52xx.cli.mail.MailServer;
import io.github.sim52xx.cli.mail.Protocol;
import io.github.sim52xx.cli.world.Events;
import io.github.sim52xx.cli.world.Subjects;
import io.github.sim52xx.cli.world.Surroundings;
import io.github.sim52xx.cli.world.World;
import io.github.sim52xx.email.MailOutcome;
import io.github.sim52xx.fs.StorageOptions;
import io.github.sim52xx.modem.AdjustableTime;
import io.github.sim52xx.modem.ManualTime;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.ListenRule;
import io.github.sim52xx.net.Resolver;
import io.github.sim52xx.net.Tls;
import io.github.sim52xx.testing.AtDialogue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * The OpenAPI document and what the control port really answers, in both directions: whatever is told is described, and
 * whatever is described is told at some time.
 */
@Timeout(240)
class StateSchemaTest {

    private static final Map<String, String> TYPES =
            Map.of("OBJECT", "object", "ARRAY", "array", "STRING", "string", "BOOLEAN", "boolean");

    private final ManualTime time = new ManualTime(Instant.parse("2010-02-02T03:04:57Z"));
    private final Resolver resolver =
            new Resolver(List.of(), List.of(), Tls.NONE, List.of(new ListenRule(80, new HostPort("127.0.0.1", 0))));
    private final Outcomes outcomes = new Outcomes(time);
    private final Modem modem = new Modem(
            Simulation.blueprint(StorageOptions.DEFAULT, resolver)
                    .time(new AdjustableTime(time))
                    .workers(Runnable::run)
                    .build(),
            NonVolatile.IN_MEMORY);
    private final Events events = new Events(time);
    private final World world = new World(new Surroundings(modem), events);
    private final AtDialogue dte = AtDialogue.quiet(modem);
    private final Set<String> told = new TreeSet<>();
    private ControlServer server;
    private JsonNode document;

    @BeforeEach
    void open() throws Exception {
        server = new ControlServer(new InetSocketAddress("127.0.0.1", 0), outcomes, () -> world);
        document = get("/v1/openapi.json");
    }

    @AfterEach
    void close() {
        server.close();
        modem.close();
    }

    @Test
    void whatIsToldIsDescribedAndTheOtherWayRound() throws Exception {
        look();
        for (String fault : List.of("latency", "bandwidth", "drop-after")) {
            String argument = fault.equals("latency") ? "delay" : fault.equals("bandwidth") ? "rate" : "bytes";
            world.apply("bearer." + fault, Map.of(argument, fault.equals("latency") ? "2s" : "4096"));
        }
        world.apply("card.pull", Map.of());
        look();
        world.apply("bearer.clear", Map.of());
        sendAndFetch();
        connect();
        outcomes.add(new MailOutcome("AT+SMTPSEND", "+SMTP: SUCCESS", true, "sent", Duration.ofMillis(50)));
        look();
        Set<String> described = described();
        // It is described like the card, but cannot be pulled.
        described.remove("state.flash.error");
        assertThat(told).containsExactlyInAnyOrderElementsOf(described);
    }

    @Test
    void everySubjectHasItsOwn() {
        Subjects.ALL.subjects().forEach(subject -> {
            JsonNode schema = answer("/v1/state/" + subject.name(), "get");
            assertThat(schema.get("properties").propertyNames()).isNotEmpty();
            subject.actions()
                    .forEach(action -> assertThat(answer("/v1/world/" + subject.name() + "/" + action.verb(), "post"))
                            .isEqualTo(schema));
        });
    }

    private void sendAndFetch() throws Exception {
        try (MailServer mail = MailServer.builder().start()) {
            dte.longLine(
                    "AT+SMTPSRV=\"127.0.0.1\"," + mail.address(Protocol.SMTP).getPort());
            dte.longLine("AT+SMTPFROM=\"a@b.c\";+SMTPAUTH=1,\"un\",\"pwd\"");
            dte.longLine("AT+SMTPRCPT=0,0,\"d@e.f\";+SMTPRCPT=1,0,\"d@e.f\";+SMTPRCPT=2,0,\"d@e.f\"");
            dte.type("AT+CFTRANRX=\"C:/a.txt\",1\r");
            dte.type("x");
            assertThat(dte.line("AT+SMTPFILE=1,\"a.txt\"")).containsExactly("OK");
            look();
            assertThat(dte.type("AT+SMTPSEND\r")).contains("+SMTP: SUCCESS");
            dte.longLine("AT+POP3SRV=\"127.0.0.1\",\"un\",\"pwd\","
                    + mail.address(Protocol.POP3).getPort());
            assertThat(dte.type("AT+POP3IN\r")).contains("OK");
            assertThat(dte.type("AT+POP3GET=1\r")).contains("+POP3: SUCCESS");
            look();
            dte.longLine("AT+POP3OUT");
        }
    }

    private void connect() throws Exception {
        try (ServerSocket peer = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            dte.longLine("AT+NETOPEN=,,1");
            dte.longLine("AT+CIPOPEN=3,\"TCP\",\"127.0.0.1\"," + peer.getLocalPort());
            dte.longLine("AT+CIPOPEN=4,\"UDP\",,,0");
            dte.longLine("AT+SERVERSTART=80,1");
            BlockingQueue<String> kinds = new LinkedBlockingQueue<>();
            events.watch(event -> kinds.add(event.kind()));
            String local =
                    world.state(List.of("sockets", "servers", "1", "local")).toString();
            try (Socket client = new Socket(
                    InetAddress.getLoopbackAddress(), HostPort.parse(local).port())) {
                assertThat(client.isConnected()).isTrue();
                assertThat(kinds.poll(60, TimeUnit.SECONDS)).isEqualTo("socket");
                look();
                dte.longLine("AT+NETCLOSE");
            }
        }
    }

    /** Checks what is told now. */
    private void look() throws Exception {
        check("state", get("/v1/state"), answer("/v1/state", "get"));
        check("outcomes", get("/v1/outcomes"), answer("/v1/outcomes", "get"));
    }

    private void check(String where, JsonNode value, JsonNode reference) {
        JsonNode schema = resolved(reference);
        String type = value.isIntegralNumber()
                ? "integer"
                : value.isNumber() ? "number" : TYPES.get(value.getNodeType().name());
        String wanted = schema.get("type").asString();
        assertThat(type.equals("integer") && wanted.equals("number") ? wanted : type)
                .as(where)
                .isEqualTo(wanted);
        if (schema.has("enum")) {
            assertThat(schema.get("enum").valueStream()).as(where).contains(value);
        }
        if (wanted.equals("array")) {
            value.forEach(item -> check(where + "[]", item, schema.get("items")));
        }
        if (!wanted.equals("object")) {
            told.add(where);
            return;
        }
        JsonNode properties = schema.path("properties");
        JsonNode others = schema.path("additionalProperties");
        assertThat(value.propertyNames())
                .as(where)
                .containsAll(schema.path("required")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        for (Map.Entry<String, JsonNode> member : value.properties()) {
            String name = member.getKey();
            if (properties.has(name)) {
                check(where + "." + name, member.getValue(), properties.get(name));
            } else {
                assertThat(others.isObject()).as(where + "." + name).isTrue();
                assertThat(name).matches(schema.at("/propertyNames/pattern").asString());
                check(where + ".*", member.getValue(), others);
            }
        }
    }

    /** Every value that the document knows. */
    private Set<String> described() {
        Set<String> places = new TreeSet<>();
        describe("state", answer("/v1/state", "get"), places);
        describe("outcomes", answer("/v1/outcomes", "get"), places);
        return places;
    }

    private void describe(String where, JsonNode reference, Set<String> places) {
        JsonNode schema = resolved(reference);
        if (!schema.get("type").asString().equals("object")) {
            places.add(where);
        }
        if (schema.has("items")) {
            describe(where + "[]", schema.get("items"), places);
        }
        schema.path("properties")
                .properties()
                .forEach(member -> describe(where + "." + member.getKey(), member.getValue(), places));
        if (schema.path("additionalProperties").isObject()) {
            describe(where + ".*", schema.get("additionalProperties"), places);
        }
    }

    /** The schema of an answer. */
    private JsonNode answer(String path, String method) {
        return resolved(
                document.get("paths").get(path).get(method).at("/responses/200/content/application~1json/schema"));
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref") ? document.at(schema.get("$ref").asString().substring(1)) : schema;
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        URI place = URI.create("http://127.0.0.1:" + server.address().getPort() + path);
        return new ObjectMapper()
                .readTree(HttpClient.newHttpClient()
                        .send(HttpRequest.newBuilder(place).build(), BodyHandlers.ofString())
                        .body());
    }
}
