package io.github.sim52xx.cli.world;

import io.github.sim52xx.fs.FileListener;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.modem.Modem;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes events of changed files: {@code {"change":"created", "path":"C:/Picture/a.jpg"}}. Volumes are locked when they
 * tell; nobody else shall hear of it before they are not.
 */
final class FileEvents implements FileListener {

    private final Modem modem;
    private final Events events;
    private final Queue<Map<String, Object>> waiting = new ConcurrentLinkedQueue<>();

    FileEvents(Modem modem, Events events) {
        this.modem = modem;
        this.events = events;
    }

    @Override
    public void changed(Change change, ModemPath path) {
        if (!events.wanted()) {
            return;
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("change", change.name().toLowerCase(Locale.ROOT));
        fields.put("path", path.toString());
        waiting.add(fields);
        modem.blueprint().workers().execute(() -> modem.execute(this::tell));
    }

    private void tell() {
        Map<String, Object> fields = waiting.poll();
        if (fields != null) {
            events.publish("file", () -> fields);
        }
    }
}
