package io.github.sim52xx.it.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A Docker daemon answers, Docker Compose is installed, and the app is built. */
final class ComposeNeeded extends Needed {

    private static final Path APP = Path.of("..", "modem-cli", "target", "app", "sim52xx-app.jar");

    @Override
    protected String missing() {
        try {
            if (Compose.program().isEmpty()) {
                return "Docker Compose is not installed";
            }
        } catch (IOException | InterruptedException e) {
            return "Docker Compose does not run: " + e.getMessage();
        }
        if (!Files.exists(APP)) {
            return "the app is not built (mvn package)";
        }
        return new DockerNeeded().missing();
    }
}
