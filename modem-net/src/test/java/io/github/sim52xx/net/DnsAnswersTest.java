package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Addresses for mapped names. */
class DnsAnswersTest {

    private final DnsAnswers answers = new DnsAnswers();

    @Test
    void aNameHasOneAddressOfItsOwn() {
        Set<String> addresses = new HashSet<>();
        for (int i = 0; i < 4000; i++) {
            String address = answers.addressOf("host" + i + ".example.org");
            assertThat(address).matches("198\\.1[89]\\.\\d{1,3}\\.\\d{1,3}");
            assertThat(addresses.add(address)).isTrue();
        }
        for (int i = 0; i < 4000; i++) {
            String name = "host" + i + ".example.org";
            assertThat(answers.nameOf(answers.addressOf(name.toUpperCase(java.util.Locale.ROOT))))
                    .isEqualTo(name);
        }
        assertThat(new DnsAnswers().addressOf("host1.example.org")).isEqualTo(answers.addressOf("host1.example.org"));
    }

    @Test
    void theOldestAnswerIsForgottenFirst() {
        answers.given("192.0.2.1", "first.example.org");
        assertThat(answers.nameOf("192.0.2.1")).isEqualTo("first.example.org");
        for (int i = 0; i < 4096; i++) {
            answers.given("10.0." + i / 256 + "." + i % 256, "host" + i);
        }
        assertThat(answers.nameOf("192.0.2.1")).isNull();
        assertThat(answers.nameOf("10.0.0.0")).isEqualTo("host0");
    }
}
