package io.github.sim52xx.cli.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words and JSON members become checked arguments, or it is said what they would have to be. */
class ActionTest {

    private static final Action INSERT = Action.of(
            "card.insert",
            "put a card in",
            (around, given) -> {},
            Argument.word("which", "which card", "same", "new").asOption(),
            Argument.size("size", "how large").asOption());
    private static final Action ALL = Action.of(
            "test.all",
            "everything",
            (around, given) -> {},
            Argument.integer("rssi", 0, 31, "signal").or("none"),
            Argument.decimal("factor", 0, 1000, "speed"),
            Argument.onOff("state", "whether"),
            Argument.duration("delay", Duration.ofDays(1), "how late"),
            Argument.time("time", "when"),
            Argument.text("plmn", "\\d{5,6}", "5 or 6 digits", "00101", "operator"));

    @Test
    void wordsFindTheirArguments() throws WorldException {
        assertThat(INSERT.byName(List.of())).isEmpty();
        assertThat(INSERT.byName(List.of("new"))).isEqualTo(Map.of("which", "new"));
        assertThat(INSERT.byName(List.of("16M"))).isEqualTo(Map.of("size", "16M"));
        assertThat(INSERT.byName(List.of("new", "16M"))).isEqualTo(Map.of("which", "new", "size", "16M"));
        assertThatThrownBy(() -> INSERT.byName(List.of("new", "16M", "x")))
                .hasMessage("'x' does not fit into  card insert [WHICH] [SIZE]");
        assertThatThrownBy(() -> INSERT.byName(List.of("a\nb")))
                .hasMessageStartingWith("'a?b' does not fit into  card insert [WHICH] [SIZE]: which is ")
                .hasMessageContaining("; size is ");
    }

    @Test
    void everyKindIsRead() throws WorldException {
        Arguments given =
                ALL.read(ALL.byName(List.of("12", "0.5", "ON", "250ms", "2010-02-02T11:04:57+08:00", "26201")));
        assertThat(given.integer("rssi")).isEqualTo(12);
        assertThat(given.decimal("factor")).isEqualTo(0.5);
        assertThat(given.on("state")).isTrue();
        assertThat(given.duration("delay")).isEqualTo(Duration.ofMillis(250));
        assertThat(given.time("time")).isEqualTo(OffsetDateTime.parse("2010-02-02T11:04:57+08:00"));
        assertThat(given.text("plmn")).isEqualTo("26201");
        assertThat(INSERT.read(Map.of("size", "16k")).number("size")).isEqualTo(16384);
        assertThat(INSERT.read(Map.of()).has("size")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "rssi; 32; rssi '32' is not a number from 0 to 31, or none",
                "rssi; -1; rssi '-1' is not a number from 0 to 31, or none",
                "rssi; 99999999999999999999; rssi '99999999999999999999' is not a number from 0 to 31, or none",
                "factor; 1e3; factor '1e3' is not a number such as 2 or 0.5 from 0 to 1000",
                "state; maybe; state 'maybe' is not on or off",
                "delay; 5; delay '5' is not a duration such as 250ms, 2s, 5m, 1h or 3d, at the most 24h",
                "delay; 25h; delay '25h' is not a duration such as 250ms, 2s, 5m, 1h or 3d, at the most 24h",
                "delay; 999999999d; delay '999999999d' is not a duration such as 250ms, 2s, 5m, 1h or 3d, at the most 24h",
                "time; noon; time 'noon' is not a time such as 2010-02-02T11:04:57+08:00 of the years 2000 to 2099,"
                        + " its zone in quarters of an hour",
                "plmn; 1; plmn '1' is not 5 or 6 digits"
            })
    void whatIsWrongIsNamed(String name, String value, String message) throws WorldException {
        Map<String, String> arguments = ALL.byName(List.of("none", "1", "off", "1s", "2010-02-02T11:04:57Z", "00101"));
        arguments.put(name, value);
        assertThatThrownBy(() -> ALL.read(arguments))
                .hasMessage(message)
                .isInstanceOfSatisfying(WorldException.class, refusal -> {
                    assertThat(refusal.reason()).isEqualTo(WorldException.Reason.ARGUMENT);
                    assertThat(refusal.argument()).isEqualTo(name);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "2000-01-01T00:00:00Z, true", "2099-12-31T23:59:59-12:00, true", "1999-12-31T23:59:59Z, false",
        "2100-01-01T00:00:00Z, false", "+999999999-12-31T23:59:59-18:00, false", "2010-02-02T11:04:57+05:21, false"
    })
    void timesAreThoseThatANetworkTells(String text, boolean good) {
        assertThat(new Kind.Moment().read(text) != null).isEqualTo(good);
    }

    @Test
    void aNumberMayBeOneOfAKind() {
        Kind kind = Argument.integer("rssi", 0, 31, "signal").or(99).kind();
        assertThat(kind.read("31")).isEqualTo(31L);
        assertThat(kind.read("99")).isEqualTo(99L);
        assertThat(kind.read("32")).isNull();
        assertThat(kind.rule()).isEqualTo("a number from 0 to 31, or 99");
    }

    @Test
    void missingUnknownAndHuge() {
        assertThatThrownBy(() -> ALL.read(Map.of())).hasMessage("rssi is missing: a number from 0 to 31, or none");
        assertThatThrownBy(() -> INSERT.read(Map.of("x", "1")))
                .hasMessage("there is no argument 'x' here, but  card insert [WHICH] [SIZE]");
        assertThatThrownBy(() -> INSERT.read(Map.of("which", "x".repeat(60_000))))
                .satisfies(error -> assertThat(error.getMessage().length()).isLessThan(200));
    }

    @ParameterizedTest
    @CsvSource({
        "0, false",
        "4095, false",
        "4K, true",
        "4G, true",
        "4097M, false",
        "5G, false",
        "99999999999G, false",
        "16X, false"
    })
    void sizesHaveALimit(String text, boolean good) {
        assertThat(new Kind.Size(4 << 10, 4L << 30).read(text) != null).isEqualTo(good);
    }
}
