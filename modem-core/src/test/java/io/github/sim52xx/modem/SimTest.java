package io.github.sim52xx.modem;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.sim52xx.testing.AtDialogue;
import io.github.sim52xx.testing.TestModem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** PIN, PUK and their counters, as the DTE sees them. */
class SimTest {

    private final TestModem device = new TestModem(
            List.of(),
            blueprint -> blueprint.profile(new Profile(
                    null,
                    new SimCard(null, null, "4711", null, null, null, null, null, null, null),
                    null,
                    null,
                    null,
                    null)));
    private final AtDialogue dte = AtDialogue.quiet(device.modem());

    @Test
    void threeWrongPinsThenThePuk() {
        dte.line("AT+CMEE=1");
        assertThat(dte.line("AT+CPIN?")).containsExactly("+CPIN: SIM PIN", "OK");
        assertThat(dte.line("AT+CPIN=\"0000\"")).containsExactly("+CME ERROR: 16");
        assertThat(dte.line("AT+SPIC")).containsExactly("+SPIC: 2,10,3,10", "OK");
        dte.line("AT+CPIN=\"0000\"");
        dte.line("AT+CPIN=\"0000\"");
        assertThat(dte.line("AT+CPIN?")).containsExactly("+CPIN: SIM PUK", "OK");
        assertThat(dte.line("AT+CPIN=\"4711\"")).containsExactly("+CME ERROR: 16");
        assertThat(dte.line("AT+CPIN=\"00000000\",\"1111\"")).containsExactly("+CME ERROR: 16");
        assertThat(dte.line("AT+CPIN=\"12345678\",\"1111\"")).containsExactly("OK");
        assertThat(dte.line("AT+CPIN?")).containsExactly("+CPIN: READY", "OK");
        assertThat(dte.line("AT+SPIC")).containsExactly("+SPIC: 3,10,3,10", "OK");
    }

    @Test
    void tenWrongPuksKillTheSim() {
        dte.line("AT+CMEE=2");
        for (int i = 0; i < 3; i++) {
            dte.line("AT+CPIN=0000");
        }
        for (int i = 0; i < 10; i++) {
            dte.line("AT+CPIN=00000000,1111");
        }
        assertThat(dte.line("AT+CPIN?")).containsExactly("+CME ERROR: SIM failure");
        assertThat(dte.line("AT+CPIN=12345678,1111")).containsExactly("+CME ERROR: SIM failure");
    }

    @Test
    void theLockIsSwitchedWithThePin() {
        dte.line("AT+CPIN=4711");
        dte.taken();
        assertThat(dte.line("AT+CLCK=\"SC\",2")).containsExactly("+CLCK: 1", "OK");
        assertThat(dte.line("AT+CLCK=\"SC\",0,\"0000\"")).containsExactly("ERROR");
        assertThat(dte.line("AT+CLCK=\"SC\",0,\"4711\"")).containsExactly("OK");
        assertThat(dte.line("AT+CLCK=\"SC\",2")).containsExactly("+CLCK: 0", "OK");
        assertThat(dte.line("AT+CPWD=\"SC\",\"4711\",\"1111\"")).containsExactly("ERROR");
    }

    @Test
    void pinsAreChangedWithTheOldOnes() {
        dte.line("AT+CPIN=4711");
        dte.taken();
        assertThat(dte.line("AT+CPWD=\"SC\",\"4711\",\"1111\"")).containsExactly("OK");
        assertThat(dte.line("AT+CPWD=\"SC\",\"4711\",\"2222\"")).containsExactly("ERROR");
        assertThat(dte.line("AT+CPWD=\"P2\",\"5678\",\"8765\"")).containsExactly("OK");
        assertThat(dte.line("AT+CPWD=\"AO\",\"0000\",\"9999\"")).containsExactly("OK");
        assertThat(dte.line("AT+CLCK=\"AO\",1,\"9999\"")).containsExactly("OK");
        assertThat(dte.line("AT+CLCK=\"AO\",2")).containsExactly("+CLCK: 1", "OK");
        assertThat(dte.line("AT+CLCK=\"AB\",0,\"9999\"")).containsExactly("OK");
        assertThat(dte.line("AT+CLCK=\"AO\",2")).containsExactly("+CLCK: 0", "OK");
    }

    @Test
    void aPinThatNobodyWaitsForIsRefused() {
        dte.line("AT+CPIN=4711");
        dte.taken();
        dte.line("AT+CMEE=1");
        assertThat(dte.line("AT+CPIN=4711")).containsExactly("+CME ERROR: 3");
    }

    @Test
    void noSim() {
        TestModem empty = new TestModem(
                List.of(),
                blueprint -> blueprint.profile(new Profile(
                        null,
                        new SimCard(false, null, null, null, null, null, null, null, null, null),
                        null,
                        null,
                        null,
                        null)));
        AtDialogue terminal = AtDialogue.quiet(empty.modem());
        terminal.line("AT+CMEE=2");
        assertThat(terminal.line("AT+CPIN?")).containsExactly("+CME ERROR: SIM not inserted");
        assertThat(terminal.line("AT+CSQ")).containsExactly("+CME ERROR: SIM not inserted");
        assertThat(terminal.line("AT+CREG?")).containsExactly("+CREG: 0,0", "OK");
    }

    @Test
    void theProvidersNameIsTheOperatorsUnlessTheCardHasOneOfItsOwnOrNone() {
        assertThat(provider(null, null)).containsExactly("+CSPN: \"Test PLMN 1-1\",0", "OK");
        assertThat(provider(null, "Example Mobile")).containsExactly("+CSPN: \"Example Mobile\",0", "OK");
        assertThat(provider("CMCC", "Example Mobile")).containsExactly("+CSPN: \"CMCC\",0", "OK");
        assertThat(provider("", "Example Mobile")).containsExactly("OK");
    }

    private static List<String> provider(String name, String operator) {
        SimCard card = new SimCard(null, null, null, null, null, null, null, null, null, name);
        Network network = new Network(operator, null, null, null, null, null, null, null, null);
        TestModem modem = new TestModem(
                List.of(), blueprint -> blueprint.profile(new Profile(null, card, network, null, null, null)));
        return AtDialogue.quiet(modem.modem()).line("AT+CSPN?");
    }
}
