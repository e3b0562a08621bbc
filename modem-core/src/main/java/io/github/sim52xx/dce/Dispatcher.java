package io.github.sim52xx.dce;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.CmeError;
import io.github.sim52xx.at.Command;
import io.github.sim52xx.at.Device;
import io.github.sim52xx.at.FinalResult;
import io.github.sim52xx.at.Form;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Terminal;
import io.github.sim52xx.at.TypedCommand;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * Finds the handler of a typed command and has it answer. This is the one place where a failure to answer becomes an
 * answer: bad parameters give ERROR, and so do programming errors, after they have been reported to the host, those of the
 * Java machine included, for a stack that is too deep or memory that is not to be had is over with the command. What
 * cannot be stored is a memory failure.
 *
 * @param <D> the device
 */
final class Dispatcher<D extends Device> {

    private final DceHost<D> host;
    private final Terminal terminal;

    Dispatcher(DceHost<D> host, Terminal terminal) {
        this.host = host;
        this.terminal = terminal;
    }

    Reply dispatch(TypedCommand typed) {
        Command<D> command = host.table().find(typed.name());
        if (command == null || !command.existsIn(host.device().firmwareYear())) {
            return Response.error();
        }
        FinalResult refusal = host.refusal(command);
        if (refusal != null) {
            return Response.of(refusal);
        }
        Handler<D> handler = command.handler(typed.form());
        if (handler == null) {
            return typed.form() == Form.TEST && command.isExtended() ? Response.ok() : Response.error();
        }
        Parameters arguments = new Parameters(typed.arguments());
        return handler.handle(host.device(), new Call(typed.form(), arguments, terminal));
    }

    /**
     * Does {@code work}, which may fail.
     *
     * @param line the command line, for the report
     */
    Reply guarded(String line, Supplier<? extends Reply> work) {
        try {
            return work.get();
        } catch (ParameterException e) {
            return Response.error();
        } catch (UncheckedIOException e) {
            host.hint(e.getMessage() + ": " + e.getCause().getMessage());
            return Response.of(CmeError.MEMORY_FAILURE);
        } catch (RuntimeException | Error e) {
            host.fault(line, e);
            return Response.error();
        }
    }
}
