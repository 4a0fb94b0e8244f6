package dev.shopbell.analytics;

import java.time.Clock;
import java.util.SortedMap;
import java.util.logging.Logger;

/**
 * Ends a trial in which the second engine does worse. After each hundred turns that it was to answer, the share of bad turns on
 * both sides is compared; three standard errors are worse (one chance in 740 where both are alike). There are ten looks in a
 * round, so that a round halts a fair engine in at most 1.4 % (Bonferroni); then counting begins anew, so that what was good
 * once does not hide what is bad now. Turns of one conversation are not independent of one another: that is why the bar is
 * at three and not at two.
 */
final class WatchTrials {

    private static final Logger LOG = Logger.getLogger(WatchTrials.class.getName());

    /** Turns of the trial between two looks, and the least on either side: the normal approximation is fair by then. */
    static final int EACH = 100;

    static final int ROUND = 1_000;
    static final double WORSE = 3;

    private final Trials trials;
    private final Clock clock;

    WatchTrials(Trials trials, Clock clock) {
        this.trials = trials;
        this.clock = clock;
    }

    /**
     * Counts what a window tells of trials, and looks where it is time to.
     *
     * @param shard whose window it is
     * @throws dev.shopbell.platform.RetryableFailure if the table does not answer; doing it again is safe
     */
    void count(SortedMap<String, SortedMap<String, Long>> sums, String shard, String window) {
        EngineSums.trials(sums).forEach((engine, more) -> look(trials.add(engine, more, shard, window)));
    }

    private void look(Trials.State state) {
        var counts = state.counts();
        var isTime = counts.trial() / EACH > state.looked() / EACH && counts.control() >= EACH;
        if (state.isHalted() || !isTime) {
            return;
        }
        if (counts.z() >= WORSE) {
            trials.halt(state, clock.instant());
            LOG.warning(() -> "The second engine " + state.engine() + " does worse: " + counts.trialBad() + " of "
                    + counts.trial() + " turns went badly, " + counts.controlBad() + " of " + counts.control()
                    + " without it. It answers nobody until ./bot stats --resume " + state.engine() + ".");
        } else if (counts.trial() >= ROUND) {
            trials.beginRound(state);
        } else {
            trials.looked(state);
        }
    }
}
