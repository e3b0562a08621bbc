package io.github.sim52xx.cli;

import io.github.sim52xx.cli.port.PtyPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * {@code --endpoints FILE}: where everything is, for scripts: {@code {"pid":…, "tcp":{"host":…,"port":…},
 * "pty":{"link":…,"device":…}, "smtp":{…}, "pop3":{…}}}. What is off is absent. The file appears complete or not at
 * all, and goes at exit.
 */
final class Endpoints {

    private final ByteArrayOutputStream content = new ByteArrayOutputStream();
    private final JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), content);

    Endpoints() {
        json.writeStartObject();
        json.writeNumberProperty("pid", ProcessHandle.current().pid());
    }

    /** Adds a TCP endpoint. */
    void add(String name, InetSocketAddress address) {
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("host", address.getAddress().getHostAddress());
        json.writeNumberProperty("port", address.getPort());
        json.writeEndObject();
    }

    void add(PtyPort pty) {
        json.writeObjectPropertyStart("pty");
        json.writeStringProperty("link", pty.link().toString());
        json.writeStringProperty("device", pty.device());
        json.writeEndObject();
    }

    void write(Path file) {
        json.writeEndObject();
        json.close();
        content.write('\n');
        Path whole = file.toAbsolutePath();
        try {
            if (Files.exists(whole) && !Files.isRegularFile(whole)) {
                // A pipe or /dev/stdout, which is not to be replaced and does not go.
                Files.write(whole, content.toByteArray());
                return;
            }
            appear(whole);
        } catch (IOException e) {
            throw new FailedException("cannot write " + Reason.of(file, e));
        }
        Shutdown.before(() -> delete(whole));
    }

    private void appear(Path whole) throws IOException {
        Path part = Files.createTempFile(whole.getParent(), ".endpoints", null);
        try {
            Files.write(part, content.toByteArray());
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Gone with its directory: nothing is left behind.
        }
    }
}
