package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --allow-net HOST[:PORT]|any[:PORT]}. */
class AllowRuleTest {

    @ParameterizedTest
    @CsvSource({
        "any, mail.example.org, 10.0.0.7, 25, true",
        "any:25, mail.example.org, 10.0.0.7, 25, true",
        "any:25, 10.0.0.7, 10.0.0.7, 25, true",
        "any:25, mail.example.org, 10.0.0.7, 110, false",
        "mail.example.org, mail.example.org, 10.0.0.7, 25, true",
        "mail.example.org, MAIL.example.org, 10.0.0.7, 25, true",
        "mail.example.org, example.org, 10.0.0.7, 25, false",
        "mail.example.org:25, mail.example.org, 10.0.0.7, 25, true",
        "mail.example.org:25, mail.example.org, 10.0.0.7, 110, false",
        "10.0.0.7, mail.example.org, 10.0.0.7, 25, true",
        "10.0.0.7:25, mail.example.org, 10.0.0.7, 26, false",
        "10.0.0.7, mail.example.org, 10.0.0.70, 25, false",
        "2001:db8::1, 2001:db8::1, 2001:db8:0:0:0:0:0:1, 25, true",
        "[2001:db8::1], 2001:db8::1, 2001:db8:0:0:0:0:0:1, 25, true",
        "[2001:db8::1]:25, 2001:db8::1, 2001:db8:0:0:0:0:0:1, 25, true",
        "[2001:db8::1]:25, 2001:db8::1, 2001:db8:0:0:0:0:0:1, 26, false",
    })
    void coversNameOrAddress(String rule, String name, String address, int port, boolean covered) {
        assertThat(AllowRule.parse(rule).allows(name, address, port)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":25",
                "mail:",
                "mail:x",
                "mail:70000",
                "any:",
                "any:x",
                "any:70000",
                "[]",
                "[]:25",
                "a b",
                "a:b:c",
                "mail:x:25"
            })
    void garbageIsRefused(String typed) {
        assertThatThrownBy(() -> AllowRule.parse(typed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not ")
                .hasMessageContaining(typed);
    }
}
