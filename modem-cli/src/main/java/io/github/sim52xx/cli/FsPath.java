package io.github.sim52xx.cli;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.FileName;
import io.github.sim52xx.fs.FileSystemException;
import io.github.sim52xx.fs.ModemPath;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A path on the modem as it is typed: {@code C:/Email}, {@code d:/a.jpg}, {@code Picture/a.jpg}. */
final class FsPath implements ITypeConverter<ModemPath> {

    @Override
    public ModemPath convert(String text) {
        try {
            return ModemPath.parse(FileName.encode(text), ModemPath.root(Drive.C));
        } catch (FileSystemException e) {
            throw new TypeConversionException("'" + text + "' is no path such as C:/Picture/a.jpg: "
                    + e.error().phrase().toLowerCase(Locale.ROOT));
        }
    }
}
