package io.github.sim52xx.cli.control;

import java.io.ByteArrayOutputStream;
import java.time.temporal.ChronoUnit;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Outcomes for programs: {@code [{"time":"2010-02-02T03:04:57Z", "command":"AT+SMTPSEND", "code":"+SMTP: SUCCESS",
 * "success":true, "cause":…, "seconds":0.05}, …]}, oldest first.
 */
final class OutcomesJson {

    private OutcomesJson() {}

    static byte[] of(List<Outcomes.Dated> outcomes) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), content)) {
            json.writeStartArray();
            outcomes.forEach(outcome -> write(json, outcome));
            json.writeEndArray();
        }
        return content.toByteArray();
    }

    private static void write(JsonGenerator json, Outcomes.Dated dated) {
        json.writeStartObject();
        json.writeStringProperty(
                "time", dated.at().truncatedTo(ChronoUnit.MILLIS).toString());
        json.writeStringProperty("command", dated.outcome().command());
        json.writeStringProperty("code", dated.outcome().code());
        json.writeBooleanProperty("success", dated.outcome().success());
        json.writeStringProperty("cause", dated.outcome().cause());
        json.writeNumberProperty("seconds", dated.outcome().took().toMillis() / 1000.0);
        json.writeEndObject();
    }
}
