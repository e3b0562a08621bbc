package io.github.sim52xx.it.servers;

import io.github.sim52xx.net.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.ImageFromDockerfile;

/** The container of {@code docker/mail}, built from its Dockerfile. The image stays as {@link Compose} says. */
final class DockerBackend implements MailBackend {

    private static final int SMTP = 25;
    private static final int SMTP_AFTER_LOGIN = 2525;
    private static final int POP3 = 110;

    private final GenericContainer<?> container = new GenericContainer<>(
                    new ImageFromDockerfile("sim52xx-test-mail", false)
                            .withFileFromPath(".", Path.of("..", "docker", "mail")))
            .withExposedPorts(SMTP, SMTP_AFTER_LOGIN, POP3)
            .waitingFor(Wait.forLogMessage(".*daemon started.*", 1).withStartupTimeout(Duration.ofMinutes(5)));

    DockerBackend() {
        container.start();
        // Docker's proxy takes connections before anybody is there to answer.
        Banner.await(smtp());
        Banner.await(smtpAfterLogin());
        Banner.await(pop3());
    }

    @Override
    public HostPort smtp() {
        return on(SMTP);
    }

    @Override
    public HostPort smtpAfterLogin() {
        return on(SMTP_AFTER_LOGIN);
    }

    @Override
    public HostPort pop3() {
        return on(POP3);
    }

    private HostPort on(int port) {
        return new HostPort(container.getHost(), container.getMappedPort(port));
    }

    @Override
    public void close() {
        container.stop();
    }
}
