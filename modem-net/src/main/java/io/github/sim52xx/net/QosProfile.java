package io.github.sim52xx.net;

import io.github.sim52xx.at.Parameters;
import java.util.List;

/**
 * The quality of service that is requested for a context, or the least that will do (27.007 10.1.4 to 10.1.7): {@code
 * 1,0,0,0,0,0}.
 *
 * @param values as they are printed
 */
public record QosProfile(int cid, List<String> values) {

    /** Which parameters it has. */
    public enum Kind {
        /** Precedence, delay, reliability, peak and mean throughput (releases 97 and 98). */
        GPRS(
                QosParameter.Number.upTo("<precedence>", 3, 0),
                QosParameter.Number.upTo("<delay>", 4, 0),
                QosParameter.Number.upTo("<reliability>", 5, 0),
                QosParameter.Number.upTo("<peak>", 9, 0),
                new QosParameter.Number(
                        "<mean>", 0, List.of(new QosParameter.Steps(0, 18, 1), new QosParameter.Steps(31, 31, 1)))),
        /** Traffic class, bit rates, sizes, error ratios, delays (release 99 and later). */
        UMTS(
                QosParameter.Number.upTo("<traffic_class>", 4, 4),
                bitRate("<max_bitrate_ul>"),
                bitRate("<max_bitrate_dl>"),
                bitRate("<guaranteed_bitrate_ul>"),
                bitRate("<guaranteed_bitrate_dl>"),
                QosParameter.Number.upTo("<delivery_order>", 2, 2),
                new QosParameter.Number("<max_sdu_size>", 0, List.of(new QosParameter.Steps(10, 1520, 10))),
                new QosParameter.Ratio(
                        "<sdu_error_ratio>", List.of("0E0", "1E1", "1E2", "7E3", "1E3", "1E4", "1E5", "1E6")),
                new QosParameter.Ratio(
                        "<residual_ber>",
                        List.of("0E0", "5E2", "1E2", "5E3", "4E3", "1E3", "1E4", "1E5", "1E6", "6E8")),
                QosParameter.Number.upTo("<erroneous_sdus>", 3, 3),
                new QosParameter.Number(
                        "<transfer_delay>",
                        0,
                        List.of(
                                new QosParameter.Steps(10, 150, 10),
                                new QosParameter.Steps(200, 950, 50),
                                new QosParameter.Steps(1000, 4000, 100))),
                QosParameter.Number.upTo("<priority>", 3, 0));

        private final List<QosParameter> parameters;

        Kind(QosParameter... parameters) {
            this.parameters = List.of(parameters);
        }

        /** In kbit/s; what the parameters' description allows, which is more than the test form prints. */
        private static QosParameter bitRate(String name) {
            return new QosParameter.Number(
                    name,
                    0,
                    List.of(
                            new QosParameter.Steps(1, 63, 1),
                            new QosParameter.Steps(64, 568, 8),
                            new QosParameter.Steps(576, 8640, 64)));
        }

        QosProfile read(int cid, Parameters typed) {
            return new QosProfile(
                    cid,
                    parameters.stream().map(parameter -> parameter.read(typed)).toList());
        }
    }

    public QosProfile {
        values = List.copyOf(values);
    }

    /** As it is printed, and as it can be read back. */
    @Override
    public String toString() {
        return cid + "," + String.join(",", values);
    }
}
