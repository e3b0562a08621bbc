package io.github.sim52xx.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * What a subcommand that ends by itself has done.
 *
 * @param out its standard output
 * @param err its standard error
 */
record Tool(int exitCode, String out, String err) {

    private static final long PATIENCE_SECONDS = 120;

    /** Runs {@code sim52xx} without any input. */
    static Tool run(String... arguments) throws IOException, InterruptedException {
        return fed("", arguments);
    }

    /** Runs {@code sim52xx} with that on standard input. */
    static Tool fed(String input, String... arguments) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(SimProcess.commandLine(List.of(), arguments));
        // File names in other alphabets, wherever the tests run.
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            CompletableFuture<String> out = text(process.getInputStream());
            CompletableFuture<String> err = text(process.getErrorStream());
            process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS))
                    .as("ended: " + String.join(" ", arguments))
                    .isTrue();
            return new Tool(process.exitValue(), out.join(), err.join());
        } finally {
            process.destroyForcibly();
        }
    }

    /** It has worked, and had nothing to complain of. */
    Tool worked() {
        assertThat(err).isEmpty();
        assertThat(exitCode).isZero();
        return this;
    }

    /** It has ended with that code, after one line on standard error that holds {@code reason}. */
    Tool refused(int code, String reason) {
        assertThat(err.lines())
                .singleElement()
                .asString()
                .startsWith("sim52xx: ")
                .contains(reason)
                .doesNotContain("Exception");
        assertThat(exitCode).as(err).isEqualTo(code);
        return this;
    }

    List<String> lines() {
        return out.lines().toList();
    }

    private static CompletableFuture<String> text(InputStream stream) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
