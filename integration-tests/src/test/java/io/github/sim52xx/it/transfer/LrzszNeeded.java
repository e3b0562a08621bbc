package io.github.sim52xx.it.transfer;

import io.github.sim52xx.it.servers.Needed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The Xmodem programs of lrzsz are on the path. */
final class LrzszNeeded extends Needed {

    @Override
    protected String missing() {
        List<String> missing =
                Stream.of("sx", "rx").filter(program -> !isThere(program)).toList();
        return missing.isEmpty() ? null : "no " + String.join(", no ", missing);
    }

    private static boolean isThere(String program) {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
