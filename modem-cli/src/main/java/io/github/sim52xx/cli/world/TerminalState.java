package io.github.sim52xx.cli.world;

import io.github.sim52xx.modem.Terminals;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is at the AT ports. */
final class TerminalState implements Subject {

    @Override
    public String name() {
        return "terminals";
    }

    @Override
    public String purpose() {
        return "who is attached to the AT ports";
    }

    @Override
    public Map<String, Object> state(Surroundings around) {
        Terminals terminals = around.modem().terminals();
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("attached", terminals.count());
        state.put("unsolicited_port", terminals.port());
        return state;
    }
}
