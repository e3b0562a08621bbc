package io.github.sim52xx.cli;

import io.github.sim52xx.cli.port.ModemSource;
import io.github.sim52xx.dce.DteInput;
import io.github.sim52xx.dce.DteLink;
import io.github.sim52xx.dce.ForwardingInput;
import io.github.sim52xx.modem.Blueprint;
import io.github.sim52xx.modem.Modem;
import io.github.sim52xx.modem.NonVolatile;

/** {@code --fresh-per-connection}: every terminal gets a modem of its own, which goes when the terminal goes. */
record FreshModems(Blueprint blueprint) implements ModemSource {

    @Override
    public DteInput attach(DteLink link) {
        Modem modem = new Modem(blueprint, NonVolatile.IN_MEMORY);
        return new Own(modem, modem.connect(link));
    }

    private static final class Own extends ForwardingInput {

        private final Modem modem;

        Own(Modem modem, DteInput input) {
            super(input);
            this.modem = modem;
        }

        @Override
        public void closed() {
            super.closed();
            modem.close();
        }
    }
}
