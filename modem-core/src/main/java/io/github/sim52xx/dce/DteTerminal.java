package io.github.sim52xx.dce;

import io.github.sim52xx.at.FinalResult;
import io.github.sim52xx.at.LineParameter;
import io.github.sim52xx.at.LineParameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Terminal;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link Dce} as commands and the rest of the device see it: who may be told something, and how that gets to the DTE.
 * Unsolicited result codes wait while a command is at work; the owners of data wait until the terminal is ready for it.
 * Confined to the modem's thread.
 */
final class DteTerminal implements Terminal {

    private final DceHost<?> host;
    private final Dce<?> dce;
    private final Outlet outlet;
    private final ByteQueue out;
    private final ResponseFormat format;
    private final ControlLines lines;
    private final DataMode data;
    private final int number;
    private final UrcQueue waiting = new UrcQueue();
    private List<Runnable> owners = List.of();
    private boolean attached = true;

    DteTerminal(
            DceHost<?> host,
            Dce<?> dce,
            Outlet outlet,
            ResponseFormat format,
            ControlLines lines,
            DataMode data,
            int number) {
        this.host = host;
        this.dce = dce;
        this.outlet = outlet;
        this.out = outlet.out();
        this.format = format;
        this.lines = lines;
        this.data = data;
        this.number = number;
    }

    @Override
    public int number() {
        return number;
    }

    @Override
    public LineParameters parameters() {
        return dce.parameters();
    }

    @Override
    public boolean attached() {
        return attached && outlet.isOpen();
    }

    @Override
    public void information(String text) {
        format.information(text, out);
        dce.flush();
    }

    @Override
    public void information(String text, byte[] bytes) {
        format.information(text, out);
        out.add(bytes);
        dce.flush();
    }

    @Override
    public void unsolicited(String text) {
        if (!attached || !host.answers() || outlet.isFull()) {
            return;
        }
        host.unsolicited(number, text);
        lines.ring();
        if (dce.inCommandMode()) {
            information(text);
        } else {
            waiting.add(text);
        }
    }

    /** A result code that no command asks for. */
    void unsolicited(FinalResult result) {
        if (result != null && !parameters().on(LineParameter.QUIET)) {
            unsolicited(format.word(result));
        }
    }

    @Override
    public boolean ready() {
        return attached() && host.answers() && dce.inCommandMode() && !outlet.congested() && !outlet.isFull();
    }

    @Override
    public void whenReady(Runnable task) {
        owners = new ArrayList<>(owners);
        owners.add(task);
        tellOwners();
    }

    @Override
    public void unsolicitedData(String header, byte[] bytes) {
        host.unsolicited(number, header);
        information(header, bytes);
    }

    @Override
    public void hold(Reply.Online connection) {
        data.hold(connection);
    }

    @Override
    public void answer(Reply.Online connection) {
        if (connection.session().over()) {
            return;
        }
        if (ready()) {
            dce.goOnline(connection);
        } else if (attached) {
            whenReady(() -> answer(connection));
        } else {
            connection.session().abandoned();
        }
    }

    @Override
    public void hangUp() {
        data.hangUp();
    }

    /** Whoever waits for the terminal looks again when it is ready, or when it never will be. */
    void tellOwners() {
        if (!owners.isEmpty() && (!attached || ready())) {
            List<Runnable> told = owners;
            owners = List.of();
            told.forEach(host::execute);
        }
    }

    /** Commands are taken again: what waits is said. */
    void release() {
        waiting.drain(text -> format.information(text, out));
    }

    /** What waits is not said any more. */
    void clear() {
        waiting.clear();
    }

    /** The DTE has gone. */
    void detached() {
        attached = false;
    }

    boolean isDetached() {
        return !attached;
    }
}
