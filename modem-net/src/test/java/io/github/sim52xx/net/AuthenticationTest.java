package io.github.sim52xx.net;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AuthenticationTest {

    @Test
    void noPasswordIsEverPrinted() {
        assertThat(new Authentication(1, "secret", "me")).hasToString("Authentication[type=1]");
    }
}
