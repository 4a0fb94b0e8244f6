package dev.shopbell.local.provider;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Predicate;

/** Bad days on demand: how the next sends fail. */
final class Faults {

    /** In what way a send fails. */
    enum Mode {
        /** The platform answers with an error status and takes nothing. */
        STATUS,
        /** The platform takes nothing and does not answer until the connection is given up. */
        HANG,
        /** The connection breaks before the platform has taken the message. */
        DROP_BEFORE_ACCEPT,
        /** The platform takes and delivers the message, but the connection breaks before it says so. */
        DROP_AFTER_ACCEPT,
        /** The person last wrote too long ago for the platform to take anything but what its rules leave. */
        WINDOW_CLOSED,
        /** The platform takes the message, and says afterwards that it could not be brought. */
        FAIL_LATER;

        /** Reads {@code drop-after-accept} and the like. */
        static Optional<Mode> named(String name) {
            for (var mode : values()) {
                if (mode.name().replace('_', '-').equalsIgnoreCase(name)) {
                    return Optional.of(mode);
                }
            }
            return Optional.empty();
        }
    }

    /**
     * One failure.
     *
     * @param status HTTP status, of {@link Mode#STATUS}
     * @param code the platform's own, of {@link Mode#FAIL_LATER}
     */
    record Fault(Mode mode, int status, String code) {}

    private static final class Plan {
        final String channel;
        final Fault fault;
        int left;

        Plan(String channel, Fault fault, int left) {
            this.channel = channel;
            this.fault = fault;
            this.left = left;
        }
    }

    private final Deque<Plan> plans = new ArrayDeque<>();

    /**
     * Makes the next {@code count} sends fail, after those that were asked for earlier.
     *
     * @param channel whose; empty for every channel's
     */
    synchronized void plan(String channel, Fault fault, int count) {
        plans.addLast(new Plan(channel, fault, count));
    }

    synchronized void clear() {
        plans.clear();
    }

    /**
     * The failure that this send must meet, if any; it is used up by asking.
     *
     * @param concerns whether a failure can happen to it
     */
    synchronized Optional<Fault> next(String channel, Predicate<Fault> concerns) {
        for (Iterator<Plan> each = plans.iterator(); each.hasNext(); ) {
            var plan = each.next();
            if ((plan.channel.isEmpty() || plan.channel.equals(channel)) && concerns.test(plan.fault)) {
                if (--plan.left <= 0) {
                    each.remove();
                }
                return Optional.of(plan.fault);
            }
        }
        return Optional.empty();
    }
}
