package io.github.sim52xx.dce;

import io.github.sim52xx.at.DataEntry;
import io.github.sim52xx.at.LineParameter;
import io.github.sim52xx.at.LineParameters;
import io.github.sim52xx.at.Reply;
import java.nio.ByteBuffer;

/** What is typed on a terminal in command mode or at a prompt: edited, and echoed (V.250 5.2.3). Not thread-safe. */
final class CommandInput implements DataEntry.Echo {

    private final LineParameters parameters;
    private final ByteQueue out;
    private final LineEditor editor;
    private final MissingCrHint missingCr;
    private final DceHost<?> host;
    private final int terminal;

    CommandInput(LineParameters parameters, ByteQueue out, DceHost<?> host, int terminal) {
        this.parameters = parameters;
        this.out = out;
        this.host = host;
        this.terminal = terminal;
        editor = new LineEditor(parameters);
        missingCr = new MissingCrHint(host, editor, terminal);
    }

    LineEditor editor() {
        return editor;
    }

    LineEditor.Event type(byte typed) {
        LineEditor.Event event = editor.accept(typed);
        if (event != LineEditor.Event.UNSEEN && parameters.on(LineParameter.ECHO)) {
            out.add(typed);
        }
        if (event == LineEditor.Event.NONE && typed == '\n' && editor.lineBegun()) {
            missingCr.lineFeed();
        }
        return event;
    }

    /** What is typed at a prompt; returns what ends it, or null. */
    Reply enter(DataEntry entry, ByteBuffer typed) {
        ByteBuffer taken = typed.duplicate();
        Reply reply = entry.take(typed, this);
        host.data(terminal, taken.limit(typed.position()));
        if (reply != null) {
            host.dataMode(terminal, false);
        }
        return reply;
    }

    @Override
    public void bytes(byte[] bytes, int offset, int length) {
        if (parameters.on(LineParameter.ECHO)) {
            out.add(bytes, offset, length);
        }
    }
}
