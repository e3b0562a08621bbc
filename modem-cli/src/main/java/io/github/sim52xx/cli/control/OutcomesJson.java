package io.github.sim52xx.cli.control;

import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Outcomes for programs: {@code [{"time":"2010-02-02T03:04:57Z", "command":"AT+SMTPSEND", "code":"+SMTP: SUCCESS",
 * "success":true, "cause":…, "seconds":0.05}, …]}, oldest first.
 */
final class OutcomesJson {

    private OutcomesJson() {}

    static byte[] of(List<Outcomes.Dated> outcomes) {
        return Json.bytes(outcomes.stream().map(OutcomesJson::members).toList());
    }

    private static Map<String, Object> members(Outcomes.Dated dated) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("time", dated.at().truncatedTo(ChronoUnit.MILLIS).toString());
        members.putAll(Outcomes.fields(dated.outcome()));
        return members;
    }
}
