package io.github.sim52xx.net;

import io.github.sim52xx.at.Settings;
import io.github.sim52xx.modem.Modem;
import java.time.Duration;

/**
 * What the settings of the socket commands say at the moment (manual 18.18 to 18.20, 18.26 to 18.35, and those of newer
 * firmware, which have their first values in older). Cheap to make. Confined to the modem's thread.
 */
public record SocketSettings(Settings values) {

    /** How long one question to a name server may take. */
    private static final Duration QUERY = Duration.ofSeconds(5);

    private static final int ECHO_REPLY = 0;

    public static SocketSettings of(Modem modem) {
        return new SocketSettings(modem.settings());
    }

    /** +CIPHEAD: a line with the length stands before received data. */
    public boolean header() {
        return is("+CIPHEAD", 0);
    }

    /** +CIPSRIP: a line with the sender stands before received data. */
    public boolean showSource() {
        return is("+CIPSRIP", 0);
    }

    /** +CIPMODE: what comes in and goes out is data, with no command around it. */
    public boolean transparent() {
        return is("+CIPMODE", 0);
    }

    /** +CIPCCFG: how often a packet is sent again. */
    public int retries() {
        return values.integer("+CIPCCFG", 0);
    }

    /** +CIPCCFG: how long received data is collected before it is shown. */
    public Duration delay() {
        return millis("+CIPCCFG", 1);
    }

    /** +CIPCCFG: what has been sent is confirmed with {@code Send ok}. */
    public boolean ack() {
        return is("+CIPCCFG", 2);
    }

    /** +CIPCCFG: +IP ERROR with a number instead of a text. */
    public boolean numericErrors() {
        return !is("+CIPCCFG", 3);
    }

    /** +CIPCCFG: the header is {@code +RECEIVE,<link>,<length>} instead of {@code +IPD<length>}. */
    public boolean receiveHeader() {
        return is("+CIPCCFG", 4);
    }

    /** +CIPCCFG: OK comes first, {@code +IP OK} or {@code +IP ERROR} when it is known. */
    public boolean async() {
        return is("+CIPCCFG", 5);
    }

    /** +CIPCCFG: the least time before a packet is sent again. */
    public Duration retransmission() {
        return millis("+CIPCCFG", 6);
    }

    /** +CIPSENDMODE: sending is over when the peer has acknowledged, not when the data is queued. */
    public boolean waitsForAcknowledgement() {
        return is("+CIPSENDMODE", 0);
    }

    /** +CIPTIMEOUT: how long +NETOPEN may take. */
    public Duration openTimeout() {
        return millis("+CIPTIMEOUT", 0);
    }

    /** +CIPTIMEOUT: how long +CIPOPEN may take. */
    public Duration connectTimeout() {
        return millis("+CIPTIMEOUT", 1);
    }

    /** +CIPTIMEOUT: how long +CIPSEND may take. */
    public Duration sendTimeout() {
        return millis("+CIPTIMEOUT", 2);
    }

    /** +CIPDNSSET: how often opening the network is tried again. */
    public int openRetries() {
        return values.integer("+CIPDNSSET", 0);
    }

    /** +CIPDNSSET: how long one of these tries may take. */
    public Duration openTry() {
        return millis("+CIPDNSSET", 1);
    }

    /** +CIPDNSSET: how long a name may be looked up: so many questions, one at least. */
    public Duration lookUpTimeout() {
        return QUERY.multipliedBy(Math.max(1, values.integer("+CIPDNSSET", 2)));
    }

    /** +CTCPKA: idle TCP connections are probed. */
    public boolean keepAlive() {
        return is("+CTCPKA", 0);
    }

    /** +CTCPKA: how long a connection is idle before it is probed. */
    public Duration keepAliveIdle() {
        return Duration.ofMinutes(values.integer("+CTCPKA", 1));
    }

    /** +CTCPKA: how many probes may remain without an answer. */
    public int keepAliveTries() {
        return values.integer("+CTCPKA", 2);
    }

    /** +CTCPFIN: how long +NETCLOSE waits for the peer's FIN; zero if it does not. */
    public Duration finTimeout() {
        return is("+CTCPFIN", 0) ? Duration.ofSeconds(values.integer("+CTCPFIN", 1)) : Duration.ZERO;
    }

    /** +CINICMPALLOW: echo replies are let in. */
    public boolean echoReplies() {
        return (Long.parseUnsignedLong(values.text("+CINICMPALLOW", 0).substring(2), 16) >>> ECHO_REPLY & 1) == 1;
    }

    private boolean is(String setting, int index) {
        return values.integer(setting, index) == 1;
    }

    private Duration millis(String setting, int index) {
        return Duration.ofMillis(values.integer(setting, index));
    }
}
