package io.github.sim52xx.dce;

import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.FinalResult;

/** The way from a data session to its DTE. It goes nowhere while the session is held and once it is over. */
record OnlineLine(DataMode data, Dce<?> dce, Outlet outlet, DataSession session) implements DataSession.Line {

    @Override
    public void send(byte[] bytes) {
        if (data.isOnline(session)) {
            dce.send(bytes);
        }
    }

    @Override
    public boolean online() {
        return data.isOnline(session);
    }

    @Override
    public long backlog() {
        return outlet.backlog();
    }

    @Override
    public boolean congested() {
        return outlet.congested();
    }

    @Override
    public void holdInput(boolean hold) {
        data.holdInput(session, hold);
    }

    @Override
    public void leave(FinalResult result) {
        data.leave(session, result);
    }
}
