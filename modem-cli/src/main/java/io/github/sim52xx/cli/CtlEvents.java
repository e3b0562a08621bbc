package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.ControlServer;
import io.github.sim52xx.cli.world.Event;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.TypeConversionException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ObjectNode;

/** {@code sim52xx ctl events}: what happens in the world of a modem, until Ctrl-C or until the modem ends. */
final class CtlEvents implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS").withZone(ZoneId.systemDefault());

    /** What the modem takes. */
    private static final List<String> GOING_IN = List.of("command", "received");

    private final CtlTarget target;
    private final Console console = Console.standard(false);
    private final List<String> kinds = new ArrayList<>();
    private boolean json;

    CtlEvents(CtlTarget target) {
        this.target = target;
    }

    CommandLine describe() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.usageMessage()
                .header("Tell what happens, as it happens, until Ctrl-C.")
                .description(
                        "",
                        "  sim52xx ctl events",
                        "  sim52xx ctl events --kind mail,file",
                        "  sim52xx ctl events --json | jq -r 'select(.kind == \"urc\").line'",
                        "",
                        "A  <  goes to the modem,  >  comes from it; passwords and PINs are masked.",
                        "")
                .sortOptions(false)
                .optionListHeading("Options:%n");
        target.addTo(spec);
        new OptionList(spec)
                .values("--kind", "KIND", this::kind, "Only " + String.join(", ", Event.KINDS) + ". Repeatable.")
                .flag("--json", () -> json = true, "Each as a JSON object on a line.")
                .help();
        return new CommandLine(spec);
    }

    private void kind(String text) {
        for (String kind : text.split(",")) {
            if (!Event.KINDS.contains(kind)) {
                throw new TypeConversionException("'" + kind + "' is none of " + String.join(", ", Event.KINDS));
            }
            kinds.add(kind);
        }
    }

    @Override
    public Integer call() {
        String query = kinds.isEmpty() ? "" : "?kind=" + String.join(",", kinds);
        // Ctrl-C is the ordinary way to end this.
        Shutdown.before(() -> {});
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(target.modem().stream(ControlServer.EVENTS + query), StandardCharsets.UTF_8))) {
            follow(in);
            return 0;
        } catch (IOException e) {
            throw new FailedException("the modem has gone (" + e.getMessage() + ")");
        } catch (JacksonException e) {
            throw target.modem().stranger();
        }
    }

    /** Lines of the HTML standard's event stream: {@code event: at}, {@code data: {…}}, and an empty one. */
    private void follow(BufferedReader in) throws IOException {
        String kind = "";
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("event: ")) {
                kind = line.substring("event: ".length());
            } else if (line.startsWith("data: ")) {
                JsonNode data = new ObjectMapper().readTree(line.substring("data: ".length()));
                switch (kind) {
                    case "end" -> {
                        return;
                    }
                    case "dropped" ->
                        throw new FailedException(data.path("detail").asString());
                    default -> print(kind, data);
                }
            }
        }
        throw new IOException("without a word");
    }

    private void print(String kind, JsonNode data) {
        if (json) {
            ObjectNode whole = new ObjectMapper().createObjectNode();
            whole.put("kind", kind);
            data.properties().forEach(member -> whole.set(member.getKey(), member.getValue()));
            console.line(whole.toString());
        } else {
            console.line(console.dim(time(data.path("time").asString("")) + " ") + kind + " " + text(data));
        }
    }

    private static String text(JsonNode data) {
        String terminal = StateText.plain(data.path("terminal"));
        for (String said : List.of("command", "received", "answer", "sent", "line")) {
            if (data.has(said) && !terminal.isEmpty()) {
                return terminal + (GOING_IN.contains(said) ? " < " : " > ") + StateText.plain(data.path(said));
            }
        }
        ObjectNode rest = data.asObject().deepCopy();
        rest.remove("time");
        return StateText.plain(rest);
    }

    private static String time(String text) {
        try {
            return TIME.format(Instant.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }
}
