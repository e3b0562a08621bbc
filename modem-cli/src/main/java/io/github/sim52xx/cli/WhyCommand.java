package io.github.sim52xx.cli;

import io.github.sim52xx.cli.control.ControlServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;

/** {@code sim52xx why}: asks a running modem how its last mail commands ended, and why. */
final class WhyCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int PATIENCE_MILLIS = 5000;
    /** What a hundred outcomes never fill. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int USUAL_COUNT = 10;

    private final Console console = Console.standard(false);
    private InetSocketAddress to = RunOptions.defaultControl();
    private int count = USUAL_COUNT;
    private boolean json;

    static CommandLine commandLine() {
        return new WhyCommand().describe();
    }

    private CommandLine describe() {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(this);
        spec.usageMessage()
                .header("Show how the last mail commands of a running modem ended, and why.")
                .description(
                        "",
                        "The AT line says +SMTP: SERVER ERROR; this says which reply of the server, which",
                        "timer or which missing parameter that was, and how long it took.",
                        "Exit code 0 if the modem answered, 1 if it is not there, 2 for wrong use.",
                        "")
                .sortOptions(false)
                .optionListHeading("Options:%n");
        new OptionList(spec)
                .value(
                        "--to",
                        "[HOST:]PORT",
                        text -> to = Values.address(text),
                        "The control port of  sim52xx run , default 127.0.0.1:" + RunOptions.DEFAULT_CONTROL + ".")
                .value("-n", "N", text -> count = Values.count(text), "How many, default " + USUAL_COUNT + ".")
                .flag("--json", () -> json = true, "Print them as a JSON array.")
                .help();
        return new CommandLine(spec);
    }

    @Override
    public Integer call() {
        ArrayNode all = ask();
        while (all.size() > count) {
            all.remove(0);
        }
        if (json) {
            console.line(all.toString());
        } else if (all.isEmpty()) {
            console.line("no mail command has ended yet");
        } else {
            all.forEach(this::print);
        }
        return 0;
    }

    private void print(JsonNode outcome) {
        boolean good = outcome.path("success").asBoolean();
        console.line(console.dim(time(outcome.path("time").asString()))
                + (good ? console.good(" ✓ ") : console.bad(" ✗ "))
                + String.format(
                        Locale.ROOT,
                        "%s → %s: %s (%.2f s)",
                        outcome.path("command").asString(),
                        outcome.path("code").asString(),
                        outcome.path("cause").asString(),
                        outcome.path("seconds").asDouble()));
    }

    private static String time(String text) {
        try {
            return TIME.format(Instant.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private ArrayNode ask() {
        String where = to.getHostString() + ":" + to.getPort();
        byte[] answer;
        try {
            answer = get();
        } catch (IOException e) {
            throw new FailedException("no control port at " + where + " (" + e.getMessage()
                    + "); is  sim52xx run  running? It says where its control port is; name that with --to");
        }
        try {
            if (new ObjectMapper().readTree(answer) instanceof ArrayNode outcomes) {
                return outcomes;
            }
        } catch (JacksonException e) {
            throw stranger(where);
        }
        throw stranger(where);
    }

    private static FailedException stranger(String where) {
        return new FailedException("what answers at " + where + " is no control port of a modem");
    }

    private byte[] get() throws IOException {
        if (to.isUnresolved()) {
            throw new IOException("unknown host");
        }
        // By address: that is what the port answers to.
        String host = to.getAddress().getHostAddress();
        URI uri = URI.create("http://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + to.getPort()
                + ControlServer.OUTCOMES);
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        connection.setInstanceFollowRedirects(false);
        if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
            throw new IOException("it answers " + connection.getResponseCode());
        }
        try (InputStream in = connection.getInputStream()) {
            return in.readNBytes(MOST_BYTES);
        }
    }
}
