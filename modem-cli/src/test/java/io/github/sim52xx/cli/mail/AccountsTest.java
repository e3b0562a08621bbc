package io.github.sim52xx.cli.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the standards. */
class AccountsTest {

    @Test
    void apopAsInItsStandard() {
        Accounts accounts = new Accounts(Map.of("mrose", "tanstaaf"));
        String stamp = "<1896.697170952@dbc.mtview.ca.us>";
        assertThat(accounts.admitDigest("mrose", stamp, "c4c9334bac560ecc979e58001b3e22fb"))
                .isTrue();
        assertThat(accounts.admitDigest("mrose", stamp, "c4c9334bac560ecc979e58001b3e22fc"))
                .isFalse();
        assertThat(accounts.admitDigest("nobody", stamp, "c4c9334bac560ecc979e58001b3e22fb"))
                .isFalse();
    }

    @Test
    void cramMd5AsInItsStandard() {
        Accounts accounts = new Accounts(Map.of("tim", "tanstaaftanstaaf"));
        String challenge = "<1896.697170952@postoffice.reston.mci.net>";
        assertThat(accounts.admitHmac("tim", challenge, "B913A602C7EDA7A495B4E6E7334D3890"))
                .isTrue();
        assertThat(accounts.admitHmac("tim", challenge + " ", "b913a602c7eda7a495b4e6e7334d3890"))
                .isFalse();
    }

    /** The sixth case of RFC 2202. */
    @Test
    void passwordsLongerThanABlock() {
        Accounts accounts = new Accounts(Map.of("long", "\u00aa".repeat(80)));
        String challenge = "Test Using Larger Than Block-Size Key - Hash Key First";
        assertThat(accounts.admitHmac("long", challenge, "6b1ab7fe4bd7bf8f0b62e6ce61b9d0cd"))
                .isTrue();
    }

    @Test
    void anEmptyPasswordIsAPassword() {
        Accounts accounts = new Accounts(Map.of("empty", ""));
        assertThat(accounts.admit("empty", "")).isTrue();
        assertThat(accounts.admit("empty", "x")).isFalse();
        assertThat(accounts.admit("nobody", "")).isFalse();
    }
}
