package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** {@code sim52xx} as a process of its own, started from the classes under test. */
public final class SimProcess implements AutoCloseable {

    private static final long PATIENCE_SECONDS = 120;
    /** From this Java on a warning is printed when JNA is loaded, unless it is expected. */
    private static final int WARNS_OF_NATIVE_ACCESS = 24;

    private final Process process;
    private final Path output;

    private SimProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** What starts the product from the classes under test. */
    static List<String> commandLine(List<String> jvmOptions, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= WARNS_OF_NATIVE_ACCESS) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(jvmOptions);
        command.addAll(
                List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path")));
        command.add("io.github.sim52xx.cli.Main");
        command.addAll(Arrays.asList(arguments));
        return command;
    }

    /** Starts a command line in {@code directory}; both outputs go to a file there. */
    public static SimProcess start(Path directory, List<String> jvmOptions, String... arguments) throws IOException {
        List<String> command = commandLine(jvmOptions, arguments);
        Path output = Files.createTempFile(directory, "sim52xx", ".out");
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        return new SimProcess(process, output);
    }

    /** Starts {@code run} on any free port and waits until it is ready. */
    public static Running run(Path directory, List<String> jvmOptions, String... options)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--tcp", "0"));
        arguments.addAll(Arrays.asList(options));
        return serve(directory, jvmOptions, arguments);
    }

    /** Starts a command that has endpoints and waits until it is ready. */
    static Running serve(Path directory, List<String> jvmOptions, List<String> commandLine)
            throws IOException, InterruptedException {
        Path endpoints = directory.resolve("endpoints" + System.nanoTime() + ".json");
        List<String> arguments = new ArrayList<>(commandLine);
        arguments.addAll(List.of("--endpoints", endpoints.toString()));
        SimProcess process = start(directory, jvmOptions, arguments.toArray(String[]::new));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Files.exists(endpoints)) {
            if (!process.process.isAlive() || System.nanoTime() > end) {
                process.close();
                throw new AssertionError("not ready: " + process.output());
            }
            Thread.sleep(10);
        }
        return new Running(process, new ObjectMapper().readTree(Files.readString(endpoints)));
    }

    public Process process() {
        return process;
    }

    /** Waits for the end and returns the exit code. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running");
        }
        return process.exitValue();
    }

    /** What it has written so far, which may end in the middle of a character. */
    public String output() throws IOException {
        return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
    }

    /** Waits until it has written all of {@code texts}, and returns what it has written. */
    public String awaitOutput(String... texts) throws IOException, InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!Arrays.stream(texts).allMatch(output()::contains) && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        assertThat(output()).contains(texts);
        return output();
    }

    /** Ends it; when this returns it is gone, with its ports and whatever it had open. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    /** A modem or a server that is ready. */
    public record Running(SimProcess process, JsonNode endpoints) implements AutoCloseable {

        public int port(String name) {
            return endpoints.get(name).get("port").asInt();
        }

        public TcpTerminal terminal() throws IOException {
            return new TcpTerminal(new Socket("127.0.0.1", port("tcp")));
        }

        /** A line of the process's status in the proc file system, in KB. */
        public long kilobytes(String name) throws IOException {
            return status(name);
        }

        private long status(String name) throws IOException {
            Map<String, String> status = new java.util.HashMap<>();
            for (String line : Files.readAllLines(
                    Path.of("/proc", endpoints.get("pid").asString(), "status"), StandardCharsets.UTF_8)) {
                String[] pair = line.split(":\\s*", 2);
                status.put(pair[0], pair[1]);
            }
            return Long.parseLong(status.get(name).split(" ")[0]);
        }

        long threads() throws IOException {
            return status("Threads");
        }

        @Override
        public void close() {
            process.close();
        }
    }
}
