package io.github.sim52xx.fs.command;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.Handler;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.modem.Modem;

/** One form of a command that the file system may refuse. */
@FunctionalInterface
interface Refusable {

    Reply handle(Modem modem, Call call) throws FileSystemException;

    /** {@code command}, answered with plain ERROR if it is refused. */
    static Handler<Modem> orError(Refusable command) {
        return (modem, call) -> {
            try {
                return command.handle(modem, call);
            } catch (FileSystemException e) {
                modem.part(Storage.class).report(e);
                return Response.error();
            }
        };
    }
}
