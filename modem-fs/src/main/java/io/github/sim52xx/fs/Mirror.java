package io.github.sim52xx.fs;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDateTime;
import java.util.List;

/**
 * Where a {@link Volume} keeps a second copy of its content that outlives the process. Every method has done its work
 * when it returns, whole or, with an exception, not at all, and it stays whole if the process is killed at any moment.
 * Paths are given as they are stored, existing ones in their actual case. Called by one thread at a time, areas
 * excepted.
 */
interface Mirror {

    /** Keeps nothing. */
    Mirror NONE = new Mirror() {};

    /** Puts what was kept on an empty disk. */
    default void load(Disk disk) throws IOException {}

    default void createDirectory(ModemPath directory) throws IOException {}

    /** Deletes a file or an empty directory. */
    default void delete(ModemPath path) throws IOException {}

    /** Deletes files of one directory. */
    default void deleteFiles(List<ModemPath> files) throws IOException {}

    /** Gives a file another name in its directory, one that is free or the same in another case. */
    default void rename(ModemPath file, ModemPath renamed) throws IOException {}

    /** Deletes everything that {@link #load} would bring but the automatic directories. */
    default void format() throws IOException {}

    /** A new empty area. */
    default Area stage() throws IOException {
        return new Area() {};
    }

    /** Keeps files, out of sight, until they are committed. Used by one thread at a time. */
    interface Area {

        /** Makes a file and returns where its content goes. */
        default OutputStream create(String name) throws IOException {
            return OutputStream.nullOutputStream();
        }

        /** Notes when a file, now complete, was made. */
        default void complete(String name, LocalDateTime created) throws IOException {}

        default void rename(String name, String renamed) throws IOException {}

        default void delete(String name) throws IOException {}

        /** Makes all of it appear as {@code directory}, whose first {@code existing} parents exist. */
        default void commitDirectory(ModemPath directory, int existing) throws IOException {}

        /** Makes the only file appear as {@code file}. */
        default void commitFile(String name, ModemPath file) throws IOException {}

        /** Deletes what has not been committed. What cannot be deleted now goes when the copy is opened again. */
        default void discard() {}
    }
}
