package io.github.sim52xx.dce;

import io.github.sim52xx.at.DataSession;
import io.github.sim52xx.at.FinalResult;
import io.github.sim52xx.at.LineParameter;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.ResultCode;
import java.nio.ByteBuffer;

/**
 * The data sessions of a terminal: the one that the terminal is online with, and a connection that is held while the
 * terminal takes commands (V.250's online command state). Confined to the modem's thread.
 */
final class DataMode {

    private static final int IGNORES = 0;
    private static final int HOLDS = 1;

    private final DceHost<?> host;
    private final Dce<?> dce;
    private final int terminal;
    private final Outlet outlet;
    private final ControlLines lines;
    private final Escape escape;
    private Reply.Online online;
    private Reply.Online held;
    private boolean inputHeld;

    DataMode(DceHost<?> host, Dce<?> dce, Outlet outlet, ControlLines lines, int terminal) {
        this.host = host;
        this.terminal = terminal;
        this.dce = dce;
        this.outlet = outlet;
        this.lines = lines;
        escape = new Escape(host, bytes -> online.session().receive(bytes), () -> hold(ResultCode.OK));
    }

    /**
     * A session has the terminal: a new one, or the one that is held, which is resumed. Another one that is held stays
     * so unless the new one may be held itself: there is room for one.
     */
    void enter(Reply.Online entering) {
        DataSession session = entering.session();
        boolean resumed = entering == held;
        if (resumed) {
            held = null;
        } else if (session.escapable()) {
            hangUp();
        }
        online = entering;
        host.dataMode(terminal, true);
        inputHeld = false;
        escape.begin();
        settle();
        if (resumed) {
            session.resumed();
        } else {
            session.begin(new OnlineLine(this, dce, outlet, session));
        }
    }

    /** A new connection is held from its beginning. */
    void hold(Reply.Online connection) {
        hangUp();
        held = connection;
        settle();
        connection.session().begin(new OnlineLine(this, dce, outlet, connection.session()));
    }

    /** Hands bytes of the DTE to the session. One that fails over them is over, and they are. */
    void receive(ByteBuffer in) {
        DataSession session = online.session();
        ByteBuffer taken = in.duplicate();
        Reply failure = dce.guarded(() -> {
            if (!session.escapable() || !escape.takes(in)) {
                session.receive(in);
            }
            return null;
        });
        host.data(terminal, taken.limit(in.position()));
        if (online == null) {
            host.dataMode(terminal, false);
        }
        if (failure != null) {
            in.position(in.limit());
            dce.endData(ResultCode.ERROR);
        }
    }

    /** The DTE has read what was queued for it. */
    void drained() {
        online.session().drained();
    }

    /** True if the session that is online wants a pause of the DTE. */
    boolean holdsInput() {
        return inputHeld;
    }

    void holdInput(DataSession session, boolean hold) {
        if (isOnline(session) && inputHeld != hold) {
            inputHeld = hold;
            dce.flush();
        }
    }

    boolean isOnline(DataSession session) {
        return online != null && online.session() == session;
    }

    /** What a reply goes over to: a new connection, or for ATO the one that is held; null if there is none any more. */
    Reply.Online connection(Reply reply) {
        Reply.Online connection = reply instanceof Reply.Online online ? online : held;
        return connection == null || connection.session().over() ? null : connection;
    }

    /** A reply has come when nobody waits for it any more. */
    void decline(Reply late) {
        if (late instanceof Reply.Online connection) {
            connection.session().abandoned();
        }
    }

    /** A session ends by itself. */
    void leave(DataSession session, FinalResult result) {
        if (isOnline(session)) {
            escape.forget();
            offline();
            settle();
            dce.commandMode(result);
        } else if (held != null && held.session() == session) {
            held = null;
            settle();
            dce.connectionEnded(result);
        }
    }

    /**
     * The DTE's circuit 108/2 has gone off (V.250 6.2.9): AT&amp;D0 nothing, AT&amp;D1 the connection is held, AT&amp;D2 it
     * is given up. Prompts, which 27.005 3.5.1 counts as data, transfers and long output cannot be held and end. Who has
     * only the data is told nothing: he has gone, and the next one has not asked.
     */
    void terminalNotReady() {
        int reaction = dce.parameters().get(LineParameter.TERMINAL_READY);
        if (reaction == IGNORES) {
            return;
        }
        boolean connected = isOnlineWithConnection();
        if (reaction == HOLDS && connected) {
            escape.release();
            hold(told(ResultCode.OK));
            return;
        }
        if (reaction != HOLDS) {
            hangUp();
        }
        dce.endData(told(connected ? ResultCode.OK : online != null ? null : ResultCode.ERROR));
    }

    private FinalResult told(FinalResult result) {
        return lines.exist() ? result : null;
    }

    /** Gives up the connection that is held. */
    void hangUp() {
        if (held != null) {
            DataSession session = held.session();
            held = null;
            settle();
            session.abandoned();
        }
    }

    /** Gives up the session that is online, if there is one. It gets what the DTE has sent before. */
    void abandon() {
        if (online == null) {
            return;
        }
        DataSession session = online.session();
        escape.release();
        if (isOnline(session)) {
            offline();
            settle();
            session.abandoned();
        }
    }

    /** Online data state to online command state. The session may have ended over the last bytes. */
    private void hold(FinalResult result) {
        if (online != null) {
            held = online;
            offline();
            held.session().held();
            dce.commandMode(result);
        }
    }

    private void offline() {
        online = null;
        host.dataMode(terminal, false);
    }

    private boolean isOnlineWithConnection() {
        return online != null && online.session().escapable();
    }

    private void settle() {
        lines.connected(held != null || isOnlineWithConnection());
    }
}
