package io.github.sim52xx.net;

import io.github.sim52xx.at.Response;

/** How a ping reports: in words (manual 18.31) or, with newer firmware, in numbers. */
enum PingReport {
    WORDS {
        @Override
        Response begun(PingRequest request) {
            return Response.ok("+CPING: Pinging " + request.host() + " with " + request.size() + " bytes of data:");
        }

        @Override
        String reply(PingRequest request, String address, long millis) {
            return "+CPING: Reply from " + address + ": bytes=" + request.size() + " time=" + millis + "ms TTL="
                    + request.timeToLive();
        }

        @Override
        String timeout() {
            return "+PING: Request timed out.";
        }

        @Override
        String result(PingStatistics statistics) {
            return "+CPING: Ping statistics: Packets: Sent = " + statistics.sentSoFar() + ", Received = "
                    + statistics.receivedSoFar() + ", Lost = " + statistics.lost() + " (" + statistics.percentLost()
                    + "% loss), Approximate round trip times in milli-seconds: Minimum = " + statistics.shortest()
                    + "ms, Maximum = " + statistics.longest() + "ms, Average = " + statistics.average() + "ms";
        }

        @Override
        Response stopped(PingStatistics statistics) {
            return Response.ok();
        }
    },
    NUMBERS {
        @Override
        Response begun(PingRequest request) {
            return Response.ok();
        }

        @Override
        String reply(PingRequest request, String address, long millis) {
            return "+CPING: 1," + address + "," + request.size() + "," + millis + "," + request.timeToLive();
        }

        @Override
        String timeout() {
            return "+CPING: 2";
        }

        @Override
        String result(PingStatistics statistics) {
            return "+CPING: 3," + statistics.sentSoFar() + "," + statistics.receivedSoFar() + "," + statistics.lost()
                    + "," + statistics.shortest() + "," + statistics.longest() + "," + statistics.average();
        }

        @Override
        Response stopped(PingStatistics statistics) {
            return Response.ok(result(statistics));
        }
    };

    /** The answer to +CPING. */
    abstract Response begun(PingRequest request);

    /** An echo has come back. */
    abstract String reply(PingRequest request, String address, long millis);

    /** An echo has not come back. */
    abstract String timeout();

    /** The ping is over. */
    abstract String result(PingStatistics statistics);

    /** The answer to +CPINGSTOP. */
    abstract Response stopped(PingStatistics statistics);
}
