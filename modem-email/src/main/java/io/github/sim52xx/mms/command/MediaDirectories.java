package io.github.sim52xx.mms.command;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Storage;
import java.util.List;

/** The directories that the MMS commands count (manual 21.5): 0 is the current one. */
final class MediaDirectories {

    private static final List<String> PATHS = List.of(
            "C:/Picture", "C:/Video", "C:/VideoCall", "D:/Picture", "D:/Video", "D:/VideoCall", "C:/Audio", "D:/Audio");
    private static final int MAX_NAME = 254;

    private MediaDirectories() {}

    /** Reads {@code <dir>,"<filename>"}. */
    static ModemPath file(Storage storage, Parameters parameters) throws FileSystemException {
        int directory = parameters.integer("<dir>", 0, PATHS.size());
        String name = parameters.string("<filename>", 1, MAX_NAME);
        parameters.end();
        if (name.indexOf('/') >= 0 || name.indexOf(':') >= 0 || name.matches("\\.\\.?")) {
            throw new ParameterException("<filename> is no name of a file");
        }
        ModemPath current = storage.currentDirectory();
        ModemPath parent =
                directory == 0 ? current : ModemPath.parse(PATHS.get(directory - 1), ModemPath.root(Drive.C));
        return ModemPath.parse(name, parent);
    }
}
