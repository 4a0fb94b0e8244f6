package dev.shopbell.analytics;

/**
 * Turns on both sides of a trial, and how many of them went badly.
 *
 * @param control turns that our own engine answered
 * @param trial turns that the second engine was to answer
 */
record TrialCounts(long control, long controlBad, long trial, long trialBad) {

    static final TrialCounts NONE = new TrialCounts(0, 0, 0, 0);

    boolean isEmpty() {
        return control + trial == 0;
    }

    TrialCounts plus(TrialCounts more) {
        return new TrialCounts(
                control + more.control, controlBad + more.controlBad, trial + more.trial, trialBad + more.trialBad);
    }

    /**
     * By how many standard errors the second engine's share of bad turns is above ours: the two-proportion z statistic with the
     * pooled variance. 0 while one side is empty, or where all turns are alike.
     *
     * @see <a href="https://www.itl.nist.gov/div898/software/dataplot/refman1/auxillar/diffprop.htm">NIST Dataplot reference
     *     manual, "Difference of proportions hypothesis test"</a>
     */
    double z() {
        if (control == 0 || trial == 0) {
            return 0;
        }
        var pooled = (double) (controlBad + trialBad) / (control + trial);
        var error = Math.sqrt(pooled * (1 - pooled) * (1.0 / control + 1.0 / trial));
        return error == 0 ? 0 : ((double) trialBad / trial - (double) controlBad / control) / error;
    }
}
