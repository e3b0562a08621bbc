package io.github.sim52xx.fs.command;

import static io.github.sim52xx.fs.command.Refusable.orError;

import io.github.sim52xx.at.Call;
import io.github.sim52xx.at.Reply;
import io.github.sim52xx.at.Response;
import io.github.sim52xx.at.Rows;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.Storage;
import io.github.sim52xx.fs.Volume;
import io.github.sim52xx.modem.Modem;

/** The commands about the drives as a whole (manual 14.8 to 14.10). */
final class MemoryCommands {

    private static final long MEGABYTE = 1 << 20;

    private MemoryCommands() {}

    static void addTo(Rows<Modem, Modem> at) {
        at.command("+FSMEM", "total and used bytes; alarm when the card has less than so many MB free")
                .test((modem, call) -> ranges(storage(modem)))
                .read((modem, call) -> alarm(storage(modem)))
                .write("<limit>,<timer>", MemoryCommands::setAlarm)
                .execute(orError((modem, call) -> Response.ok(memory(storage(modem)))))
                .example("AT+FSMEM");
        at.command("+FSFMT", "format the card").execute(orError(MemoryCommands::format));
        at.command("+FSLOCA", "drive for pictures, recordings and mails: 0 flash, 1 card")
                .test("+FSLOCA: (0,1)")
                .read((modem, call) ->
                        Response.ok("+FSLOCA: " + storage(modem).mediaDrive().ordinal()))
                .write("<loca>", orError(MemoryCommands::chooseMedia))
                .example("AT+FSLOCA=1");
    }

    /** {@code AT+FSMEM=?}: nothing without a card. */
    private static Reply ranges(Storage storage) {
        return storage.cardInserted()
                ? Response.ok("+FSMEM: (0-" + cardMegabytes(storage) + "),(0-255)")
                : Response.ok();
    }

    /** {@code AT+FSMEM?}: limit in MB and time in seconds of the alarm; ERROR without a card. */
    private static Reply alarm(Storage storage) {
        return storage.cardInserted()
                ? Response.ok("+FSMEM: " + storage.cardAlarm().limit() + ","
                        + storage.cardAlarm().period())
                : Response.error();
    }

    /** {@code AT+FSMEM=<limit>,<timer>}: reports every so many seconds while less is free on the card; 0 ends it. */
    private static Reply setAlarm(Modem modem, Call call) {
        Storage storage = storage(modem);
        int limit = call.parameters().integer("<limit>", 0, cardMegabytes(storage));
        int seconds = call.parameters().integer("<timer>", 0, 255);
        call.parameters().end();
        if (!storage.cardInserted()) {
            return Response.error();
        }
        storage.cardAlarm().set(limit, seconds, () -> reportMemory(modem));
        return Response.ok();
    }

    /** {@code AT+FSFMT}: everything on the card but the automatic directories goes. */
    private static Reply format(Modem modem, Call call) throws FileSystemException {
        storage(modem).formatCard();
        return Response.ok();
    }

    /** {@code AT+FSLOCA=<loca>}: 1 only with a card. */
    private static Reply chooseMedia(Modem modem, Call call) throws FileSystemException {
        int location = call.parameters().integer("<loca>", 0, 1);
        call.parameters().end();
        storage(modem).setMediaDrive(Drive.values()[location]);
        return Response.ok();
    }

    private static void reportMemory(Modem modem) {
        try {
            modem.terminals().unsolicited(memory(storage(modem)));
        } catch (FileSystemException e) {
            storage(modem).report(e);
        }
    }

    /** {@code +FSMEM: C:(11348480, 2201600), D:(255533056, 42754048)}; without a card C: alone. */
    private static String memory(Storage storage) throws FileSystemException {
        String flash = "+FSMEM: " + memory(storage.volume(Drive.C));
        return storage.cardInserted() ? flash + ", " + memory(storage.volume(Drive.D)) : flash;
    }

    private static String memory(Volume volume) throws FileSystemException {
        return volume.drive() + ":(" + volume.capacity() + ", " + volume.used() + ")";
    }

    private static int cardMegabytes(Storage storage) {
        return (int) (storage.volume(Drive.D).capacity() / MEGABYTE);
    }

    private static Storage storage(Modem modem) {
        return modem.part(Storage.class);
    }
}
