package io.github.sim52xx.modem;

import io.github.sim52xx.at.Settings;
import io.github.sim52xx.dce.FlowControl;

/**
 * The values of +IFC, at hand for every byte: they are looked up when a setting has changed, and not before one is made,
 * for that takes the table of commands. Confined to the modem's thread.
 */
final class FlowControlModes implements FlowControl.Modes {

    private static final String SETTING = "+IFC";

    private final Settings settings;
    private int seen = -1;
    private int byDte;
    private int byDce;

    FlowControlModes(Settings settings) {
        this.settings = settings;
    }

    @Override
    public int byDte() {
        look();
        return byDte;
    }

    @Override
    public int byDce() {
        look();
        return byDce;
    }

    private void look() {
        if (seen != settings.changes()) {
            boolean initial = settings.isInitial(SETTING);
            byDte = initial ? 0 : settings.integer(SETTING, 0);
            byDce = initial ? 0 : settings.integer(SETTING, 1);
            seen = settings.changes();
        }
    }
}
