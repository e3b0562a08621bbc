package io.github.sim52xx.it.corpus;

import io.github.sim52xx.net.HostPort;

/** By way of the built-in server. */
class BuiltInRoundTripTest extends RoundTripContract {

    @Override
    protected HostPort smtp() {
        return new HostPort("127.0.0.1", bench.server().smtpPort());
    }

    @Override
    protected HostPort pop3() {
        return new HostPort("127.0.0.1", bench.server().pop3Port());
    }
}
