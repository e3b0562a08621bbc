package io.github.sim52xx.net;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The addresses that the modem's DNS has given out, so that a DTE that first asks for a name and then connects to the
 * address gets where the name leads. Mapped names have addresses of their own in 198.18.0.0/15, which exist nowhere
 * else (RFC 2544); the same name gets the same one. Thread-safe; bounded: the oldest answer is forgotten first.
 */
final class DnsAnswers {

    private static final int MAX_ANSWERS = 4096;
    private static final int MAPPED = (198 << 24) + (18 << 16);
    private static final int MAPPED_SIZE = 1 << 17;

    private final Map<String, String> names = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, String> eldest) {
            return size() > MAX_ANSWERS;
        }
    };

    /** The address that stands for a mapped name. */
    synchronized String addressOf(String name) {
        String known = name.toLowerCase(Locale.ROOT);
        int number = known.hashCode();
        String address = address(number);
        while (!names.getOrDefault(address, known).equals(known)) {
            address = address(++number);
        }
        names.put(address, known);
        return address;
    }

    /** A real name server has given this address for that name. */
    synchronized void given(String address, String name) {
        names.put(address, name);
    }

    /** The name that this address was given for; null if it was given for none. */
    synchronized String nameOf(String address) {
        return names.get(address);
    }

    private static String address(int number) {
        int address = MAPPED + Math.floorMod(number, MAPPED_SIZE);
        return (address >>> 24) + "." + (address >>> 16 & 0xff) + "." + (address >>> 8 & 0xff) + "." + (address & 0xff);
    }
}
