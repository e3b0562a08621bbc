package io.github.sim52xx.cli.control;

import io.github.sim52xx.cli.world.Members;
import io.github.sim52xx.cli.world.Shape;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Outcomes for programs: {@code [{"time":"2010-02-02T03:04:57Z", "command":"AT+SMTPSEND", "code":"+SMTP: SUCCESS",
 * "success":true, "cause":…, "seconds":0.05}, …]}, oldest first.
 */
final class OutcomesJson {

    static final Members<Outcomes.Dated> MEMBERS = Members.<Outcomes.Dated>none()
            .with(
                    "time",
                    Shape.TEXT,
                    dated -> dated.at().truncatedTo(ChronoUnit.MILLIS).toString())
            .and(Outcomes.MEMBERS.of(Outcomes.Dated::outcome));

    private OutcomesJson() {}

    static byte[] of(List<Outcomes.Dated> outcomes) {
        return Json.bytes(outcomes.stream().map(MEMBERS::plain).toList());
    }
}
