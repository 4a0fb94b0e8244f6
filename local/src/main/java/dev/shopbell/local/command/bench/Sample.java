package dev.shopbell.local.command.bench;

import java.util.Collection;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * How one turn went.
 *
 * @param acknowledgedMillis from the first byte sent to the answer's status
 * @param repliedMillis from the first byte sent to the provider's (or the page's) taking of the reply; not a number if
 *     none came in time
 * @param sentBytes what went out to the provider, the body alone
 */
record Sample(double acknowledgedMillis, double repliedMillis, long sentBytes) {

    boolean replied() {
        return !Double.isNaN(repliedMillis);
    }

    /** The value that the given part (0..1) of the samples does not exceed; 0 if there are none. */
    static double quantile(double part, Collection<Sample> samples, ToDoubleFunction<Sample> what) {
        List<Double> sorted = samples.stream()
                .mapToDouble(what)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .boxed()
                .toList();
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(part * sorted.size()) - 1);
    }
}
