package io.github.sim52xx.dce;

import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.FinalResult;

/** The way from a data session to its DTE. It goes nowhere once the session is over. */
record OnlineLine(Dce<?> dce, int begun) implements DataSession.Line {

    @Override
    public void send(byte[] bytes) {
        if (dce.isOnline(begun)) {
            dce.send(bytes);
        }
    }

    @Override
    public long backlog() {
        return dce.backlog();
    }

    @Override
    public boolean congested() {
        return dce.congested();
    }

    @Override
    public void holdInput(boolean hold) {
        if (dce.isOnline(begun)) {
            dce.holdOnline(hold);
        }
    }

    @Override
    public void leave(FinalResult result) {
        if (dce.isOnline(begun)) {
            dce.leaveOnline(result);
        }
    }
}
