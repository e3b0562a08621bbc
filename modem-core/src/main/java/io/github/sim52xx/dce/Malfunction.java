package io.github.sim52xx.dce;

import io.github.sim52xx.at.FinalResult;
import io.github.sim52xx.at.ResultCode;
import java.time.Duration;

/**
 * What is wrong with a half-dead modem on its way to the DTE, for all its interfaces: it is mute, it loses an OK, it is
 * late. It still takes and executes everything; only the DTE hears otherwise of it. Confined to the modem's thread.
 */
public final class Malfunction {

    private boolean mute;
    private int lostOks;
    private Duration delay = Duration.ZERO;

    /** True if nothing leaves, neither answer nor echo nor unsolicited code. */
    public boolean mute() {
        return mute;
    }

    public void setMute(boolean value) {
        mute = value;
    }

    /** How many OKs are yet to be lost. */
    public int lostOks() {
        return lostOks;
    }

    /** The next {@code count} OKs get lost; what a command says before its OK arrives. */
    public void loseOks(int count) {
        lostOks = count;
    }

    /** How late everything leaves. */
    public Duration delay() {
        return delay;
    }

    /** Everything leaves that late from now on, in its order: what is late already still comes before. */
    public void setDelay(Duration value) {
        delay = value;
    }

    /** True if that result gets lost, which counts. */
    boolean loses(FinalResult result) {
        if (lostOks == 0 || result != ResultCode.OK) {
            return false;
        }
        lostOks--;
        return true;
    }
}
