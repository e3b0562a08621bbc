package io.github.sim52xx.cli;

import io.github.sim52xx.modem.Firmware;
import io.github.sim52xx.net.AllowRule;
import io.github.sim52xx.net.HostPort;
import io.github.sim52xx.net.MapRule;
import java.net.InetSocketAddress;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Read option values; each says in one line what is wrong with a bad one. */
final class Converters {

    private Converters() {}

    static final class Card implements ITypeConverter<RunOptions.Card> {
        @Override
        public RunOptions.Card convert(String text) {
            return new RunOptions.Card(text.equals("none") ? null : Size.parse(text));
        }
    }

    static final class Mail implements ITypeConverter<Boolean> {
        @Override
        public Boolean convert(String text) {
            return switch (text) {
                case "embedded" -> true;
                case "none" -> false;
                default -> throw new TypeConversionException("'" + text + "' is neither embedded nor none");
            };
        }
    }

    static final class FirmwareYear implements ITypeConverter<Firmware> {
        @Override
        public Firmware convert(String text) {
            for (Firmware firmware : Firmware.values()) {
                if (Integer.toString(firmware.year()).equals(text)) {
                    return firmware;
                }
            }
            throw new TypeConversionException("'" + text + "' is none of 2010, 2012, 2014");
        }
    }

    static final class Baud implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (!text.matches("\\d{3,7}") || Integer.parseInt(text) < 300 || Integer.parseInt(text) > 4_000_000) {
                throw new TypeConversionException("'" + text + "' is no speed from 300 to 4000000");
            }
            return Integer.valueOf(text);
        }
    }

    static final class Time implements ITypeConverter<OffsetDateTime> {
        @Override
        public OffsetDateTime convert(String text) {
            try {
                return OffsetDateTime.parse(text);
            } catch (DateTimeException e) {
                throw new TypeConversionException("'" + text + "' is no time such as 2010-02-02T11:04:57+08:00");
            }
        }
    }

    static final class Address implements ITypeConverter<InetSocketAddress> {
        @Override
        public InetSocketAddress convert(String text) {
            try {
                HostPort address = HostPort.parse(text.indexOf(':') < 0 ? "127.0.0.1:" + text : text);
                return new InetSocketAddress(address.host(), address.port());
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class Map implements ITypeConverter<MapRule> {
        @Override
        public MapRule convert(String text) {
            try {
                return MapRule.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    static final class Allow implements ITypeConverter<AllowRule> {
        @Override
        public AllowRule convert(String text) {
            try {
                return AllowRule.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
