package dev.shopbell.local.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * How badly a provider delivers, if it is asked to: platforms promise a delivery once at least, and no order.
 *
 * @param copies how often each delivery is made, at least 1
 * @param shuffled whether they arrive in any order
 * @param delay how long after they were sent
 */
record BadDay(int copies, boolean shuffled, Duration delay) {

    /** Its options that take a value. */
    static final Set<String> VALUES = Set.of("duplicate", "delay");

    /** Its options that need none. */
    static final Set<String> BARE = Set.of("shuffle", "delay");

    /**
     * {@code --duplicate N}, {@code --shuffle}, {@code --delay SECONDS} (one second where none are told); without them a good day.
     *
     * @throws CommandFailure if a number is none
     */
    static BadDay of(Arguments arguments) throws CommandFailure {
        var seconds = arguments.option("delay").isPresent() ? arguments.number("delay", 1) : 0;
        return new BadDay(
                arguments.number("duplicate", 1), arguments.option("shuffle").isPresent(), Duration.ofSeconds(seconds));
    }

    /** What arrives of that which was sent, in this order. */
    <T> List<T> arrivals(List<T> sent, Random random) {
        var arrivals = new ArrayList<T>();
        for (var each : sent) {
            arrivals.addAll(Collections.nCopies(copies, each));
        }
        if (shuffled) {
            Collections.shuffle(arrivals, random);
        }
        return arrivals;
    }
}
