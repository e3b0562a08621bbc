package io.github.sim52xx.fs.xmodem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The published check value of CRC-16/XMODEM, and sums by hand. */
class CheckTest {

    private static final byte[] DIGITS = "123456789".getBytes(StandardCharsets.US_ASCII);

    @Test
    void crc() {
        assertThat(Check.CRC.of(DIGITS, 0, 9)).isEqualTo(0x31c3);
        assertThat(Check.CRC.of(DIGITS, 3, 0)).isZero();
        byte[] high = new byte[1024];
        Arrays.fill(high, (byte) 0xff);
        assertThat(Check.CRC.of(high, 0, high.length)).isBetween(0, 0xffff);
    }

    @Test
    void sum() {
        assertThat(Check.SUM.of(DIGITS, 0, 9)).isEqualTo(477 & 0xff);
        assertThat(Check.SUM.of(DIGITS, 8, 1)).isEqualTo('9');
        assertThat(Check.SUM.of(new byte[] {(byte) 0xff, (byte) 0xff}, 0, 2)).isEqualTo(0xfe);
    }
}
