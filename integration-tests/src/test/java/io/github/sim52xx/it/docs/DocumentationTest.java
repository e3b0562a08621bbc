package io.github.sim52xx.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.it.process.SimProcess;
import io.github.sim52xx.it.process.TcpTerminal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Does what the documentation shows. Ports are any free ones and files go to a temporary directory; of what would run
 * this test again (Maven, verify), or takes long (benchmarks), only the names are looked up.
 */
class DocumentationTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String PRODUCT = "./sim52xx";
    /** Programs of others that the reader may have. */
    private static final List<String> FOREIGN = List.of("picocom");

    private static final Pattern OPTION = Pattern.compile("(?<![\\w-])--[a-z][a-z-]+");
    private static final Pattern MAVEN_MODULE = Pattern.compile("-pl (\\S+)");
    private static final Pattern MAVEN_TEST = Pattern.compile("-Dtest=(\\w+)");

    @TempDir
    Path scratch;

    private SimProcess.Running running;

    @Test
    void readme() throws Exception {
        Markdown readme = Markdown.read(ROOT.resolve("README.md"));
        Files.copy(ROOT.resolve("LICENSE"), scratch.resolve("LICENSE"));
        try {
            for (Markdown.Block block : readme.blocks()) {
                switch (block.language()) {
                    case "sh", "console" -> execute(block.commands());
                    case "text" -> type(block.lines());
                    case "yaml" -> {
                        if (block.lines().contains("timeline:")) {
                            tryScenario(block.lines());
                        } else {
                            tryProfile(block.lines());
                        }
                    }
                    default -> throw new AssertionError("nobody tries blocks of " + block.language());
                }
            }
        } finally {
            stop();
        }
    }

    @Test
    void contributing() throws Exception {
        Markdown page = Markdown.read(ROOT.resolve("CONTRIBUTING.md"));
        for (Markdown.Block block : page.blocks("text")) {
            Path transcript = Files.write(scratch.resolve("shown.at"), block.lines());
            assertThat(succeed("check", transcript.toString())).contains("1 passed, 0 failed");
        }
        List<String> commands = page.spans().stream()
                .filter(span -> span.startsWith("./") || span.contains("mvn ") || span.startsWith("bench/"))
                .filter(span -> !span.contains("FILE"))
                .toList();
        assertThat(commands).hasSizeGreaterThan(5);
        execute(commands);
    }

    @Test
    void optionsAreThere() throws Exception {
        Map<String, String> helps = new HashMap<>();
        for (String command : List.of(
                "run",
                "demo",
                "at",
                "fs",
                "check",
                "ctl",
                "why",
                "hostile-mail",
                "urc-matrix",
                "commands",
                "completion")) {
            String help = succeed(command, "--help");
            assertThat(help).contains("Usage: sim52xx " + command);
            helps.put(command, help);
        }
        String all = String.join("\n", helps.values()) + Files.readString(ROOT.resolve("verify"));
        for (Path file : List.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md"))) {
            Markdown page = Markdown.read(file);
            for (String option : options(page.text())) {
                assertThat(all).as("%s, named in %s", option, page.name()).contains(option);
            }
            for (String span : page.spans()) {
                if (span.startsWith(PRODUCT + " ")) {
                    String command = span.split(" ")[1];
                    assertThat(helps).as(span).containsKey(command);
                    assertThat(options(helps.get(command))).as(span).containsAll(options(span));
                }
            }
        }
    }

    private static List<String> options(String text) {
        return OPTION.matcher(text).results().map(match -> match.group()).toList();
    }

    private void execute(List<String> commands) throws Exception {
        for (String command : commands) {
            List<String> words = words(command.replace("/tmp/", scratch + "/"));
            String program = words.remove(0);
            if (program.equals(PRODUCT)) {
                product(words);
            } else if (command.contains("mvn ")) {
                lookUpMaven(command);
            } else if (!FOREIGN.contains(program)) {
                assertThat(ROOT.resolve(program)).as(command).isExecutable();
            }
        }
    }

    private void product(List<String> words) throws Exception {
        if (words.get(0).equals("run") && !words.contains("--help")) {
            stop();
            List<String> options = new ArrayList<>(words.subList(1, words.size()));
            options.addAll(List.of("--control", "0"));
            running = SimProcess.run(scratch, List.of(), options.toArray(String[]::new));
            return;
        }
        if (words.contains("--state")) {
            stop();
        }
        List<String> arguments = new ArrayList<>(words);
        if (words.get(0).equals("at") && !words.contains("--to")) {
            arguments.addAll(1, List.of("--to", "127.0.0.1:" + running.port("tcp")));
        }
        if (words.get(0).equals("ctl") && !words.contains("--to")) {
            arguments.addAll(1, List.of("--to", "127.0.0.1:" + running.port("control")));
        }
        arguments.replaceAll(word ->
                word.startsWith("integration-tests/") ? ROOT.resolve(word).toString() : word);
        succeed(arguments.toArray(String[]::new));
    }

    /** Lines that begin with AT are typed; the others are what comes then, else OK. */
    private void type(List<String> lines) throws IOException {
        try (TcpTerminal terminal = running.terminal()) {
            String open = null;
            for (String line : lines) {
                if (line.startsWith("AT")) {
                    if (open != null) {
                        terminal.await("\r\nOK\r\n");
                    }
                    terminal.type(line + "\r");
                    open = line;
                } else if (!line.isEmpty()) {
                    terminal.await("\r\n" + line + "\r\n");
                    open = null;
                }
            }
        }
    }

    /** The profile's constant reply and identity are there to be seen. */
    private void tryProfile(List<String> lines) throws Exception {
        Path profile = Files.write(scratch.resolve("profile.yaml"), lines);
        Files.writeString(scratch.resolve("drive.gpx"), "<gpx><trkpt lat='52.5' lon='13.4'/></gpx>");
        stop();
        running = SimProcess.run(scratch, List.of(), "--profile", profile.toString());
        try (TcpTerminal terminal = running.terminal()) {
            assertThat(terminal.line("AT+CPIN?")).contains("+CPIN: SIM PIN");
            assertThat(terminal.line("AT+CPIN=1234")).contains("OK");
            assertThat(terminal.line("AT+CGSN")).contains("490154203237518");
            assertThat(terminal.line("AT+XVER?")).contains("+XVER: 7");
            assertThat(terminal.line("AT+XLED?")).contains("+XLED: 3");
            assertThat(terminal.line("AT+CGPSHOT")).contains("OK");
            assertThat(terminal.line("AT+CGPSINFO=1")).contains("OK");
            terminal.await("+CGPSINFO:5230.000000,N,01324.000000,E,");
        }
    }

    /** It can be understood, and the file that it gives is there. */
    private void tryScenario(List<String> lines) throws Exception {
        Path scenario = Files.write(scratch.resolve("scenario.yaml"), lines);
        stop();
        running = SimProcess.run(scratch, List.of(), "--scenario", scenario.toString());
        try (TcpTerminal terminal = running.terminal()) {
            assertThat(terminal.line("AT+FSCD=C:/Picture")).contains("OK");
            assertThat(terminal.line("AT+FSATTRI=a.jpg")).first().asString().startsWith("+FSATTRI: 60000,");
            assertThat(terminal.line("AT+POP3SRV=\"pop3.server.com\",\"un\",\"pwd\""))
                    .contains("OK");
            assertThat(terminal.line("AT+POP3IN")).contains("+POP3: SUCCESS");
        }
    }

    private static void lookUpMaven(String command) throws IOException {
        Matcher module = MAVEN_MODULE.matcher(command);
        if (module.find()) {
            assertThat(ROOT.resolve(module.group(1)).resolve("pom.xml"))
                    .as(command)
                    .exists();
        }
        Matcher test = MAVEN_TEST.matcher(command);
        if (test.find()) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module.group(1)).resolve("src/test"))) {
                assertThat(files).as(command).anyMatch(file -> file.endsWith(test.group(1) + ".java"));
            }
        }
    }

    private String succeed(String... arguments) throws Exception {
        try (SimProcess process = SimProcess.start(scratch, List.of(), arguments)) {
            process.process().outputWriter().close();
            int exitCode = process.exitCode();
            assertThat(exitCode)
                    .as("%s: %s", Arrays.toString(arguments), process.output())
                    .isZero();
            return process.output();
        }
    }

    private void stop() throws InterruptedException {
        if (running != null) {
            running.process().process().destroy();
            assertThat(running.process().exitCode()).isZero();
            running = null;
        }
    }

    /** Words of a shell command; only single quotes are needed. */
    private static List<String> words(String command) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("'([^']*)'|(\\S+)").matcher(command);
        while (word.find()) {
            words.add(word.group(1) == null ? word.group(2) : word.group(1));
        }
        return words;
    }
}
