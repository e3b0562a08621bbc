package io.github.sim52xx.cli;

import io.github.sim52xx.cli.dte.Dte;
import io.github.sim52xx.cli.transcript.DeviceWire;
import io.github.sim52xx.cli.transcript.TcpWire;
import io.github.sim52xx.cli.transcript.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.UnaryOperator;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The modem that {@code --to} names.
 *
 * @param text as it was typed
 * @param address null for a device
 * @param device null for a TCP port
 */
record Target(String text, InetSocketAddress address, Path device) {

    static final String DEFAULT = "127.0.0.1:" + RunOptions.DEFAULT_PORT;

    static final int DEFAULT_BAUD = 115200;

    /** {@code HOST:PORT}, {@code PORT}, {@code /dev/ttyUSB2}; whatever exists as a file is a device. */
    static Target parse(String text) {
        if (text.isEmpty()) {
            throw new UsageException("--to: the value is empty");
        }
        if (text.contains("/") || Files.exists(Path.of(text))) {
            return new Target(text, null, Path.of(text));
        }
        try {
            return new Target(text, Values.address(text), null);
        } catch (TypeConversionException e) {
            throw new UsageException("--to: " + e.getMessage());
        }
    }

    /**
     * Connects.
     *
     * @param baud for a device
     * @param silence see {@link Dte}
     */
    Dte connect(int baud, Duration silence) {
        return connect(baud, silence, wire -> wire);
    }

    /**
     * The same.
     *
     * @param through whoever stands between
     */
    Dte connect(int baud, Duration silence, UnaryOperator<Wire> through) {
        try {
            return new Dte(through.apply(wire(baud)), silence);
        } catch (IOException e) {
            throw new FailedException(
                    device != null
                            ? e.getMessage()
                            : "no modem at " + address.getHostString() + ":" + address.getPort() + " (" + e.getMessage()
                                    + "); is  sim52xx run  running?");
        }
    }

    private Wire wire(int baud) throws IOException {
        if (device != null) {
            return new DeviceWire(device, baud);
        }
        if (address.isUnresolved()) {
            throw new IOException("unknown host");
        }
        return new TcpWire(address);
    }

    /** The speed of a device. */
    static final class Baud implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            return Values.baud(text);
        }
    }
}
