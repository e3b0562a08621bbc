package io.github.sim52xx.it.servers;

import io.github.sim52xx.net.HostPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Postfix and Dovecot of this machine, started by {@code docker/mail/mail-server} on free ports, with everything they
 * write in a temporary directory. They end with this process, however it ends.
 */
final class DebianBackend implements MailBackend {

    private static final Path SCRIPT = Path.of("..", "docker", "mail", "mail-server");
    private static final List<String> SERVICES = List.of("SMTP", "SMTP_AUTH", "SUBMISSION", "SMTPS", "POP3", "POP3S");
    private static final int PATIENCE_SECONDS = 120;

    private final Path directory;
    private final Map<String, Integer> ports;
    private final Process process;

    DebianBackend() throws IOException {
        directory = Files.createTempDirectory("sim52xx-mail");
        ports = freePorts();
        ProcessBuilder builder = new ProcessBuilder(SCRIPT.toString(), directory.toString());
        ports.forEach((service, port) -> builder.environment().put(service, port.toString()));
        builder.environment().put("ADDRESS", "127.0.0.1");
        builder.environment().put("LOG", log().toString());
        process = builder.redirectErrorStream(true)
                .redirectOutput(directory.resolve("output").toFile())
                .start();
        try {
            Banner.await(smtp());
            Banner.await(smtpAfterLogin());
            Banner.await(pop3());
        } catch (AssertionError e) {
            String said = Files.readString(directory.resolve("output"))
                    + (Files.exists(log()) ? Files.readString(log()) : "");
            close();
            throw new AssertionError(said, e);
        }
    }

    /**
     * All at once, so that they differ, and none of those that the system gives to whoever wants any: until the servers
     * have them somebody else could get them.
     */
    private static Map<String, Integer> freePorts() throws IOException {
        List<ServerSocket> sockets = new ArrayList<>();
        Map<String, Integer> ports = new HashMap<>();
        try {
            for (String service : SERVICES) {
                ServerSocket socket = bound();
                sockets.add(socket);
                ports.put(service, socket.getLocalPort());
            }
        } finally {
            for (ServerSocket socket : sockets) {
                socket.close();
            }
        }
        return ports;
    }

    private static ServerSocket bound() throws IOException {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(10_000, 32_000);
            try {
                return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
            } catch (BindException e) {
                // Another one.
            }
        }
    }

    private Path log() {
        return directory.resolve("log");
    }

    @Override
    public HostPort smtp() {
        return on("SMTP");
    }

    @Override
    public HostPort smtpAfterLogin() {
        return on("SMTP_AUTH");
    }

    @Override
    public HostPort pop3() {
        return on("POP3");
    }

    private HostPort on(String service) {
        return new HostPort("127.0.0.1", ports.get(service));
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the mail server does not end; what it wrote is in " + directory);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        remove();
    }

    /** What the servers have started may end a moment after them, and has files of its own there until then. */
    private void remove() throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (Files.exists(directory)) {
            try (Stream<Path> tree = Files.walk(directory)) {
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(path);
                }
            } catch (NoSuchFileException | DirectoryNotEmptyException | UncheckedIOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
        }
    }
}
