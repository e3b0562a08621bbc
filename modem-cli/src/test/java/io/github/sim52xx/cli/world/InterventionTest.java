package io.github.sim52xx.cli.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is done to the world, as words. */
class InterventionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "card pull",
                "radio signal 12",
                "radio signal 12 3",
                "card insert new 16M",
                "card insert",
                "clock set 2010-02-02T11:04:57+08:00",
                "radio operator 26201 \"My Network\" MINE",
                "radio operator mccmnc=26201 short=MINE",
            })
    void wordsAreReadAndWrittenAlike(String words) throws Exception {
        assertThat(Intervention.parse(words).words()).isEqualTo(words);
    }

    @Test
    void blanksDoNotCountUnlessQuoted() throws Exception {
        Intervention intervention = Intervention.parse("  radio   operator 26201 \"a  b\" ");
        assertThat(intervention.action().name()).isEqualTo("radio.operator");
        assertThat(intervention.arguments()).isEqualTo(Map.of("mccmnc", "26201", "long", "a  b"));
    }

    @Test
    void anArgumentThatIsLeftOutInBetweenIsNamed() throws Exception {
        Action operator = Subjects.ALL.action("radio.operator");
        Intervention intervention = new Intervention(operator, Map.of("mccmnc", "26201", "short", "A B"));
        assertThat(intervention.words()).isEqualTo("radio operator mccmnc=26201 \"short=A B\"");
        assertThat(Intervention.parse(intervention.words())).isEqualTo(intervention);
    }

    @Test
    void whatIsWrongIsSaid() {
        assertThatThrownBy(() -> Intervention.parse("")).hasMessageContaining("there is no ''");
        assertThatThrownBy(() -> Intervention.parse("card")).hasMessageContaining("which of card: pull, insert");
        assertThatThrownBy(() -> Intervention.parse("radio signal")).hasMessageContaining("rssi is missing");
        assertThatThrownBy(() -> Intervention.parse("radio operator 26201 \"x"))
                .hasMessageContaining("no end to the quotes");
    }
}
