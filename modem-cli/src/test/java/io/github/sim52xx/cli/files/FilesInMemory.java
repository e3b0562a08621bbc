package io.github.sim52xx.cli.files;

import io.github.sim52xx.fs.Drive;
import io.github.sim52xx.fs.ModemPath;
import io.github.sim52xx.fs.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A modem that takes any name and has any; only as much as export and import need. */
final class FilesInMemory implements ModemFiles {

    final Map<String, byte[]> contents = new TreeMap<>();
    final TreeSet<String> made = new TreeSet<>();
    final List<String> strangeNames = new ArrayList<>();
    long free = 1000;

    @Override
    public List<Drive> drives() {
        return List.of(Drive.C);
    }

    @Override
    public long free(Drive drive) {
        return free;
    }

    @Override
    public Kind kind(ModemPath path) {
        if (contents.containsKey(path.toString())) {
            return Kind.FILE;
        }
        return path.isRoot() || made.contains(path.toString()) ? Kind.DIRECTORY : Kind.NONE;
    }

    @Override
    public List<String> directories(ModemPath directory) {
        return made.stream()
                .filter(path -> path.startsWith("C:/") && path.indexOf('/', 3) < 0 && directory.isRoot())
                .map(path -> path.substring(3))
                .toList();
    }

    @Override
    public List<String> files(ModemPath directory) {
        List<String> names = new ArrayList<>(directory.isRoot() ? strangeNames : List.of());
        String prefix = directory.isRoot() ? "C:/" : directory + "/";
        contents.keySet().stream()
                .filter(path -> path.startsWith(prefix) && path.indexOf('/', prefix.length()) < 0)
                .forEach(path -> names.add(path.substring(prefix.length())));
        return names;
    }

    @Override
    public Attributes attributes(ModemPath file) {
        return new Attributes(contents.get(file.toString()).length, null);
    }

    @Override
    public void read(ModemPath file, OutputStream to, Progress progress) throws IOException {
        to.write(contents.getOrDefault(file.toString(), new byte[0]));
    }

    @Override
    public void write(ModemPath file, InputStream from, long size, Progress progress) throws IOException {
        contents.put(file.toString(), from.readAllBytes());
    }

    @Override
    public void delete(ModemPath file) {
        contents.remove(file.toString());
    }

    @Override
    public void rename(ModemPath file, String name) throws IOException {
        contents.put(file.parent().child(name).toString(), contents.remove(file.toString()));
    }

    @Override
    public void createDirectory(ModemPath directory) {
        made.add(directory.toString());
    }

    @Override
    public void deleteDirectory(ModemPath directory) {
        made.remove(directory.toString());
    }

    @Override
    public void close() {}
}
