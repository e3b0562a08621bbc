package io.github.sim52xx.email.mime;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A directory in memory that insists on the contract of {@link MailFiles}. */
final class MemoryFiles implements MailFiles {

    private final Map<String, byte[]> files = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Set<String> open = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    @Override
    public OutputStream create(String name) {
        check(name);
        files.put(name, new byte[0]);
        open.add(name);
        return new ByteArrayOutputStream() {
            private boolean closed;

            @Override
            public void write(byte[] bytes, int offset, int length) {
                require(!closed, name + " is closed");
                super.write(bytes, offset, length);
            }

            @Override
            public void close() {
                require(!closed, name + " is closed already");
                closed = true;
                open.remove(name);
                files.put(name, toByteArray());
            }
        };
    }

    @Override
    public InputStream open(String name) {
        require(!open.contains(name), name + " is open");
        return new ByteArrayInputStream(bytes(name));
    }

    @Override
    public void rename(String from, String to) {
        check(to);
        require(!open.contains(from), from + " is open");
        files.put(to, files.remove(from));
    }

    @Override
    public void delete(String name) {
        require(!open.contains(name), name + " is open");
        require(files.remove(name) != null, "no " + name);
    }

    /** All files by their names. */
    Map<String, byte[]> contents() {
        return files;
    }

    byte[] bytes(String name) {
        require(files.containsKey(name), "no " + name + " among " + files.keySet());
        return files.get(name);
    }

    String utf8(String name) {
        return new String(bytes(name), UTF_8);
    }

    String latin1(String name) {
        return new String(bytes(name), ISO_8859_1);
    }

    /** How many files are being written. */
    int open() {
        return open.size();
    }

    private void check(String name) {
        require(!files.containsKey(name), name + " is there already");
        int first = name.isEmpty() ? '.' : name.codePointAt(0);
        boolean safe = (Character.isLetterOrDigit(first) || first == '_' || first >= 0x80)
                && !name.endsWith(".")
                && name.length() <= 100
                && name.getBytes(UTF_8).length <= 180
                && name.chars().noneMatch(c -> "/\\:*?\"<>|,;".indexOf(c) >= 0 || Character.isISOControl(c));
        require(safe, "not allowed: " + name);
    }

    private static void require(boolean met, String otherwise) {
        if (!met) {
            throw new AssertionError(otherwise);
        }
    }
}
