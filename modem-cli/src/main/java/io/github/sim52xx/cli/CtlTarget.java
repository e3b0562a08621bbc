package io.github.sim52xx.cli;

import java.net.InetSocketAddress;
import picocli.CommandLine.Model.CommandSpec;

/** The modem that {@code ctl} is for; {@code --to} may stand anywhere behind {@code ctl}. */
final class CtlTarget {

    private InetSocketAddress to = RunOptions.defaultControl();

    void addTo(CommandSpec spec) {
        new OptionList(spec)
                .value(
                        "--to",
                        "[HOST:]PORT",
                        text -> to = Values.address(text),
                        "The control port of  sim52xx run , default 127.0.0.1:" + RunOptions.DEFAULT_CONTROL + ".");
    }

    ControlClient modem() {
        return new ControlClient(to);
    }
}
