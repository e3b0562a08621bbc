package io.github.sim52xx.fs;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A place on the modem's drives: {@code C:/Picture/a.jpg}. Its names follow the rules of {@link FileName}, and written
 * as the device does it ({@code /MultiMedia/Picture/a.jpg}) it has at most 254 bytes (manual 14). Immutable.
 */
public final class ModemPath {

    private static final int MAX_BYTES = 254;

    private final Drive drive;
    private final List<String> names;

    private ModemPath(Drive drive, List<String> names) {
        this.drive = drive;
        this.names = names;
    }

    public static ModemPath root(Drive drive) {
        return new ModemPath(drive, List.of());
    }

    /** The path of these names, which are known to be good. */
    static ModemPath of(Drive drive, List<String> names) {
        return new ModemPath(drive, List.copyOf(names));
    }

    /**
     * What is meant by {@code typed} in the directory {@code current}: {@code d:/Audio}, {@code Picture/}, {@code ..},
     * {@code ../b.txt}. One level above a root is the root.
     *
     * @param typed a byte string
     */
    public static ModemPath parse(String typed, ModemPath current) throws FileSystemException {
        String text = FileName.decode(typed);
        Drive drive = current.drive;
        List<String> names = new ArrayList<>(current.names);
        if (text.indexOf(':') == 1) {
            drive = Drive.of(text.substring(0, 1));
            names.clear();
            text = text.substring(2);
            if (drive == null || !text.isEmpty() && text.charAt(0) != '/') {
                throw new FileSystemException(FileSystemError.INVALID_PATH);
            }
            text = text.length() <= 1 ? "." : text.substring(1);
        }
        String[] steps = (text.endsWith("/") ? text.substring(0, text.length() - 1) : text).split("/", -1);
        for (String step : steps) {
            if (step.equals("..")) {
                names.subList(Math.max(0, names.size() - 1), names.size()).clear();
            } else if (!step.equals(".")) {
                names.add(checked(step));
            }
        }
        return new ModemPath(drive, List.copyOf(names)).requireLength();
    }

    public Drive drive() {
        return drive;
    }

    /** From the root downwards. */
    List<String> names() {
        return names;
    }

    public boolean isRoot() {
        return names.isEmpty();
    }

    /** True for the directories that a drive always has. */
    public boolean isAutomaticDirectory() {
        return names.size() == 1 && drive.isAutomatic(name());
    }

    /** The last name; a root has none. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** One level up; a root is its own parent. */
    public ModemPath parent() {
        return isRoot() ? this : ancestor(names.size() - 1);
    }

    /** The first {@code depth} levels below the root. */
    ModemPath ancestor(int depth) {
        return new ModemPath(drive, names.subList(0, depth));
    }

    /** This path with more names, which are known to be good, at its end. */
    ModemPath descendant(List<String> more) {
        List<String> longer = new ArrayList<>(names);
        longer.addAll(more);
        return new ModemPath(drive, List.copyOf(longer));
    }

    /** One level down. */
    public ModemPath child(String name) throws FileSystemException {
        return descendant(List.of(checked(name))).requireLength();
    }

    /** How many bytes of UTF-8 the name of a {@linkplain #child child} may have, at most; may be negative. */
    public int roomForName() {
        return MAX_BYTES - deviceLength() - (isRoot() ? 0 : 1);
    }

    /** As a byte string for the AT line: {@code C:/Picture/a.jpg}. */
    public String printed() {
        return FileName.encode(toString());
    }

    /** As {@link #printed}, the way directories are printed: {@code C:/Picture/}. */
    public String printedAsDirectory() {
        return isRoot() ? printed() : printed() + "/";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ModemPath path && drive == path.drive && names.equals(path.names);
    }

    @Override
    public int hashCode() {
        return 31 * drive.hashCode() + names.hashCode();
    }

    @Override
    public String toString() {
        return drive + ":/" + String.join("/", names);
    }

    private ModemPath requireLength() throws FileSystemException {
        if (deviceLength() > MAX_BYTES) {
            throw new FileSystemException(FileSystemError.INVALID_PATH);
        }
        return this;
    }

    private int deviceLength() {
        return drive.devicePrefix().length() + String.join("/", names).getBytes(StandardCharsets.UTF_8).length;
    }

    private static String checked(String name) throws FileSystemException {
        if (!FileName.isValid(name)) {
            throw new FileSystemException(FileSystemError.INVALID_NAME);
        }
        return name;
    }
}
