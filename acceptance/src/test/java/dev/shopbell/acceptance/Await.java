package dev.shopbell.acceptance;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for what another process does, no longer than it takes. */
final class Await {

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    private Await() {}

    /** @throws AssertionError if it is not so within that time */
    static void until(String what, Duration atMost, BooleanSupplier isSo) {
        until(what, atMost, isSo, () -> "");
    }

    static void until(String what, Duration atMost, BooleanSupplier isSo, Supplier<String> instead) {
        var end = System.nanoTime() + atMost.toNanos();
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not within " + atMost + ": " + what + " " + instead.get());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
    }
}
