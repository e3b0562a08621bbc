package io.github.sim52xx.dce;

import io.github.sim52xx.at.CommandLineParser;
import io.github.sim52xx.at.DataEntry;
import io.github.sim52xx.at.Device;
import io.github.sim52xx.at.FinalResult;
import io.github.sim52xx.at.LineParameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.ResultCode;
import io.github.sim52xx.at.Terminal;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * One DTE–DCE interface of a device: takes bytes, executes command lines, answers (V.250 clause 5).
 *
 * <p>Whatever the DTE sends while a command is at work waits and is executed in order afterwards. Unsolicited result
 * codes wait likewise. The first command that fails ends its line. Programming errors of commands end here: they are
 * reported to the host and answered with ERROR.
 *
 * <p>Confined to the modem's thread, the callbacks of {@link DteLink} and of {@link Reply.Later} excepted, which post.
 *
 * @param <D> the device
 */
public final class Dce<D extends Device> {

    private enum State {
        /** Command lines are taken. */
        COMMAND,
        /** A command is at work; input waits. */
        EXECUTING,
        /** A prompt has been given; input is data. */
        PROMPT,
        /** Long output is under way; input waits. */
        STREAMING,
        /** Data mode: input belongs to a session. */
        ONLINE
    }

    private final DceHost<D> host;
    private final Outlet outlet;
    private final Dispatcher<D> dispatcher;
    private final LineParameters parameters = new LineParameters();
    private final ResponseFormat format;
    private final ByteQueue out;
    private final EarlyInput early = new EarlyInput();
    private final CommandInput input;
    private final LineEditor editor;
    private final DataMode data;
    private final ControlLines lines;
    private final DteTerminal terminal;

    private State state = State.COMMAND;
    private CommandLineParser line;
    private String lastBody = "";
    private DataEntry entry;
    private LongOutput output;
    private boolean inputEnded;
    /** Counts what cancels a pending answer: one that comes later belongs to nobody. */
    private int generation;

    public Dce(DceHost<D> host, DteLink link, int number) {
        this.host = host;
        this.outlet = new Outlet(link, host);
        this.out = outlet.out();
        this.format = new ResponseFormat(parameters, host.malfunction());
        this.input = new CommandInput(parameters, out, host, number);
        this.editor = input.editor();
        this.lines = new ControlLines(host, parameters, link);
        this.data = new DataMode(host, this, outlet, lines, number);
        this.terminal = new DteTerminal(host, this, outlet, format, lines, data, number);
        this.dispatcher = new Dispatcher<>(host, terminal);
    }

    /** What commands and the rest of the device know of it. */
    public Terminal terminal() {
        return terminal;
    }

    public LineParameters parameters() {
        return parameters;
    }

    /** True while command lines are taken and none is being executed. */
    boolean inCommandMode() {
        return state == State.COMMAND;
    }

    /** True while the line belongs to a data session. */
    public boolean inDataMode() {
        return state == State.ONLINE;
    }

    /** Takes bytes from the DTE. */
    public void receive(ByteBuffer bytes) {
        if (!host.answers()) {
            return;
        }
        if (early.isEmpty()) {
            consume(bytes, !takesData() || out.size() > 0);
        }
        if (bytes.hasRemaining()) {
            early.keep(bytes);
        }
        flush();
    }

    /** The DTE sends nothing more but may still listen: what it has asked for is answered, then the link is closed. */
    public void inputEnded() {
        inputEnded = true;
        if (state == State.PROMPT || state == State.ONLINE) {
            abandon();
        }
        closeIfDone();
    }

    /** The DTE has gone. A command at work goes on; its late reports find another terminal. */
    public void detached() {
        terminal.detached();
        abandon();
        terminal.clear();
        early.clear();
    }

    /** The device went off or restarts: whatever was going on here is over, in silence. */
    public void reset() {
        abandon();
        terminal.clear();
        early.clear();
        editor.begin();
        lastBody = "";
        parameters.reset();
        flush();
        outlet.drop();
    }

    /** A connection that is held has ended by itself; {@code result} says so if it is not null. */
    void connectionEnded(FinalResult result) {
        terminal.unsolicited(result);
    }

    /** Circuit 108/2 has changed, V.250 6.2.9: AT&amp;D says what its going off means to data. A command at work goes on. */
    public void dataTerminalReady(boolean on) {
        terminal.tellOwners();
        if (!on) {
            data.terminalNotReady();
        }
    }

    /** Ends the prompt, the long output or the data mode that there is; {@code result} says so if it is not null. */
    void endData(FinalResult result) {
        if (takesData() || state == State.STREAMING) {
            dropData();
            commandMode(result);
        }
    }

    /** To be called when something else than a command has changed what the circuits follow. */
    public void settleCircuits() {
        lines.settle();
    }

    private boolean accepts() {
        // A data session bounds what it sends by itself; one direction of it does not stop the other.
        return state == State.ONLINE || !outlet.congested() && state != State.EXECUTING && state != State.STREAMING;
    }

    /** True if what comes next is data, and no command. */
    boolean takesData() {
        return state == State.ONLINE || state == State.PROMPT;
    }

    private void consume(ByteBuffer in, boolean unanswered) {
        while (in.hasRemaining() && accepts()) {
            if (!host.answers()) {
                in.position(in.limit());
                return;
            }
            if (takesData() && editor.takesLineFeed(in, unanswered)) {
                continue;
            }
            switch (state) {
                case COMMAND -> type(in.get());
                case PROMPT -> enter(in);
                case ONLINE -> data.receive(in);
                default -> throw new IllegalStateException("input in " + state);
            }
        }
    }

    private void type(byte typed) {
        switch (input.type(typed)) {
            case LINE -> {
                lastBody = editor.takeBody();
                run(lastBody);
            }
            case REPEAT -> run(lastBody);
            case TOO_LONG -> finish(ResultCode.ERROR);
            default -> {}
        }
    }

    private void enter(ByteBuffer in) {
        Reply reply = guarded(() -> input.enter(entry, in));
        if (reply != null) {
            entry = null;
            goOn(reply);
        }
    }

    void send(byte[] bytes) {
        outlet.send(bytes);
        flush();
    }

    /** The data mode is over or interrupted; {@code result} says so if it is not null. */
    void commandMode(FinalResult result) {
        generation++;
        if (result != null) {
            format.result(result, out);
        }
        takeCommands();
        host.execute(this::resume);
    }

    private void run(String body) {
        int begun = generation;
        host.commandLine(terminal.number(), body);
        if (begun != generation) {
            // Whoever heard of it has switched the device off.
            return;
        }
        state = State.EXECUTING;
        line = new CommandLineParser(body);
        execute();
    }

    /** Executes commands until the line ends or one of them takes its time. */
    private void execute() {
        while (line.hasNext()) {
            if (!settle(guarded(() -> dispatcher.dispatch(line.next())))) {
                return;
            }
        }
        finish(ResultCode.OK);
    }

    Reply guarded(Supplier<? extends Reply> work) {
        return dispatcher.guarded(lastBody, work);
    }

    /** Acts on a reply; true if the line goes on at once. */
    private boolean settle(Reply reply) {
        if (reply instanceof Response response) {
            format.information(response.text(), out);
            if (response.result().endsLine()) {
                finish(response.result());
                return false;
            }
            return true;
        }
        if (reply instanceof Reply.Later later) {
            return await(later);
        }
        if (reply instanceof Reply.Prompt prompt) {
            state = State.PROMPT;
            entry = prompt.entry();
            format.prompt(prompt.mark(), out);
        } else if (reply instanceof Reply.Stream stream) {
            state = State.STREAMING;
            output = new LongOutput(stream, host);
            format.opening(out);
            pump();
        } else if (data.connection(reply) != null) {
            goOnline(data.connection(reply));
        } else {
            finish(ResultCode.NO_CARRIER);
        }
        return false;
    }

    void goOnline(Reply.Online online) {
        format.result(online.announcement(), out);
        flush();
        state = State.ONLINE;
        data.enter(online);
    }

    private boolean await(Reply.Later later) {
        CompletableFuture<? extends Reply> answer = later.stage().toCompletableFuture();
        if (answer.isDone()) {
            return settle(guarded(answer::join));
        }
        int asked = generation;
        early.abortsBy(later.abort());
        answer.whenComplete((reply, error) -> host.execute(() -> {
            if (asked == generation) {
                early.abortsBy(null);
                goOn(guarded(answer::join));
                resume();
            } else {
                data.decline(reply);
            }
        }));
        return false;
    }

    private void goOn(Reply reply) {
        state = State.EXECUTING;
        if (settle(reply)) {
            execute();
        }
    }

    private void finish(FinalResult result) {
        format.result(result, out);
        takeCommands();
    }

    private void takeCommands() {
        line = null;
        state = State.COMMAND;
        lines.settle();
        terminal.release();
        if (outlet.isFull()) {
            flush();
        }
        terminal.tellOwners();
    }

    private void pump() {
        Reply reply = guarded(() -> output.sendOn(outlet, this::send));
        if (reply != null) {
            output = null;
            goOn(reply);
        }
    }

    /** After a pause: takes what has come in meanwhile, sends what is there. */
    private void resume() {
        if (state == State.STREAMING) {
            pump();
        } else if (state == State.ONLINE) {
            data.drained();
        }
        if (!early.isEmpty() && accepts()) {
            ByteBuffer waiting = early.take();
            consume(waiting, true);
            early.keep(waiting);
        }
        flush();
        terminal.tellOwners();
        closeIfDone();
    }

    void flush() {
        outlet.flush(this::drained);
        outlet.holdInput(state == State.ONLINE ? data.holdsInput() : outlet.congested() || early.isFull());
    }

    /** On any thread. */
    private void drained() {
        host.execute(() -> {
            outlet.relieved();
            resume();
        });
    }

    private void closeIfDone() {
        if (inputEnded && !terminal.isDetached() && state == State.COMMAND && early.isEmpty()) {
            data.hangUp();
            outlet.close();
        }
    }

    /** Ends what this terminal is in the middle of. */
    private void abandon() {
        early.abortsBy(null);
        data.hangUp();
        dropData();
        line = null;
        state = State.COMMAND;
        terminal.tellOwners();
    }

    private void dropData() {
        generation++;
        if (entry != null) {
            entry.abandoned();
            entry = null;
        }
        if (output != null) {
            output.close();
            output = null;
        }
        data.abandon();
    }
}
