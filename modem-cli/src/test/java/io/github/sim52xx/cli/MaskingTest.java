package io.github.sim52xx.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No password in a trace, however it is typed. */
class MaskingTest {

    private final Masking at = new Masking.At();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AT+CPIN=4711\r",
                "at+cpin = \"4711\"\r\n",
                "AT+ CPIN=4711\r",
                "AT$CPIN=4711\r",
                "AT+CSQ;+CLCK=\"SC\",1,\"4711\";+CSQ\r",
                "AT+SMTPAUTX\bH=1,\"un\",\"4711\"\r",
                "AT+S\0MTPAUTH=1,\"un\",\"4711\"\r",
                "AT+POP3SRV=\"host\",\"un\",\"4711\"\r",
                "+POP3SRV: \"host\", \"un\", \"4711\", 110\r\n"
            })
    void secretsAreMasked(String line) {
        assertThat(at.mask(false, line))
                .contains(Masking.MASK)
                .doesNotContain("4711")
                .endsWith(line.substring(line.indexOf('\r')));
    }

    @Test
    void everythingElseIsAsItWas() {
        assertThat(at.mask(true, "+CPIN: READY\r\n")).isEqualTo("+CPIN: READY\r\n");
        assertThat(at.mask(false, "AT+CPIN?\r")).isEqualTo("AT+CPIN?\r");
        assertThat(at.mask(false, "AT+CSQ\b\0\r")).isEqualTo("AT+CSQ\b\0\r");
    }
}
