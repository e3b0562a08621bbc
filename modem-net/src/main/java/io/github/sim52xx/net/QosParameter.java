package io.github.sim52xx.net;

import io.github.sim52xx.at.ParameterException;
import io.github.sim52xx.at.Parameters;
import io.github.sim52xx.at.Response;
import java.util.List;

/** One parameter of a quality of service. What is left out is as subscribed. */
sealed interface QosParameter {

    /** Reads it as it is kept and printed. */
    String read(Parameters parameters);

    /** From {@code from} to {@code to} in steps. */
    record Steps(int from, int to, int step) {
        boolean contain(int value) {
            return value >= from && value <= to && (value - from) % step == 0;
        }
    }

    /** A number. */
    record Number(String name, int subscribed, List<Steps> allowed) implements QosParameter {

        static Number upTo(String name, int max, int subscribed) {
            return new Number(name, subscribed, List.of(new Steps(0, max, 1)));
        }

        @Override
        public String read(Parameters parameters) {
            int value = parameters.integerOr(name, 0, Integer.MAX_VALUE, subscribed);
            if (value != subscribed && allowed.stream().noneMatch(steps -> steps.contain(value))) {
                throw new ParameterException(name + " does not exist: " + value);
            }
            return Integer.toString(value);
        }
    }

    /** An error ratio, {@code "1E4"} for 10⁻⁴; {@code "0E0"} is the subscribed one. */
    record Ratio(String name, List<String> allowed) implements QosParameter {

        @Override
        public String read(Parameters parameters) {
            String value = parameters.stringOr(name, 3, 3, "0E0");
            if (!allowed.contains(value)) {
                throw new ParameterException(name + " is none of " + allowed + ": " + value);
            }
            return Response.quoted(value);
        }
    }
}
