package io.github.sim52xx.net;

/** What came of a ping so far; times are in milliseconds. Not thread-safe. */
final class PingStatistics {

    private int sent;
    private int received;
    private long shortest;
    private long longest;
    private long total;

    void sent() {
        sent++;
    }

    void received(long millis) {
        shortest = received == 0 ? millis : Math.min(shortest, millis);
        longest = Math.max(longest, millis);
        total += millis;
        received++;
    }

    int sentSoFar() {
        return sent;
    }

    int receivedSoFar() {
        return received;
    }

    int lost() {
        return sent - received;
    }

    int percentLost() {
        return sent == 0 ? 0 : 100 * lost() / sent;
    }

    long shortest() {
        return shortest;
    }

    long longest() {
        return longest;
    }

    long average() {
        return received == 0 ? 0 : total / received;
    }
}
