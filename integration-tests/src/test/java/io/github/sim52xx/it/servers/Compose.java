package io.github.sim52xx.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The repository's compose files as a project of its own, which is gone at the end. Its images stay, for the next run;
 * "verify" removes what begins with {@code sim52xx-test}.
 */
final class Compose implements AutoCloseable {

    private static final List<List<String>> PROGRAMS = List.of(List.of("docker", "compose"), List.of("docker-compose"));
    private static final List<String> FILES = List.of("-f", "docker-compose.yml", "-f", "docker-compose.ci.yml");
    private static final Path ROOT = Path.of("..");
    private static final int PATIENCE_MINUTES = 15;

    private final List<String> program;
    private final String project;
    private final Path scratch;

    /** @param scratch where output goes */
    Compose(Path scratch) throws IOException, InterruptedException {
        this.program = program();
        this.project = "sim52xx-test-"
                + Integer.toHexString(ROOT.toRealPath().toString().hashCode());
        this.scratch = scratch;
    }

    /** How Docker Compose is called here; empty if it is not installed. */
    static List<String> program() throws IOException, InterruptedException {
        for (List<String> candidate : PROGRAMS) {
            List<String> command = new ArrayList<>(candidate);
            command.add("version");
            if (runs(command)) {
                return candidate;
            }
        }
        return List.of();
    }

    private static boolean runs(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return process.waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a command, which has to succeed, and returns what it has printed. */
    String succeed(String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile(scratch, "compose", ".out");
        int exitCode = run(output, arguments);
        if (exitCode != 0) {
            throw new AssertionError(
                    String.join(" ", arguments) + " ended with " + exitCode + ":\n" + Files.readString(output));
        }
        return Files.readString(output);
    }

    /** Runs a command and returns its exit code. */
    int run(String... arguments) throws IOException, InterruptedException {
        return run(Files.createTempFile(scratch, "compose", ".out"), arguments);
    }

    private int run(Path output, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of("-p", project));
        command.addAll(FILES);
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(ROOT.toFile())
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(output.toFile());
        // Any free port.
        builder.environment().put("SIM52XX_PORT", "0");
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError(String.join(" ", arguments) + " takes too long:\n" + Files.readString(output));
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        try {
            succeed("down", "--volumes", "--remove-orphans", "--timeout", "5");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
