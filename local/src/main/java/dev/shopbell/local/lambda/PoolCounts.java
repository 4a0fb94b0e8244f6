package dev.shopbell.local.lambda;

import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.template.FunctionSpec;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** What happened to a function since the start; the same goes to the meters, which can be reset. */
final class PoolCounts {
    private final String id;
    private final double gigabytes;
    private final Meters meters;
    private final AtomicLong invocations = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final AtomicLong coldStarts = new AtomicLong();
    private final AtomicLong retiredCpuMillis = new AtomicLong();

    PoolCounts(FunctionSpec function, Meters meters) {
        this.id = function.id();
        this.gigabytes = function.memoryMegabytes() / 1024.0;
        this.meters = meters;
    }

    void invoked(int payloadBytes) {
        invocations.incrementAndGet();
        meters.add(1, "lambda", id, "invocations");
        meters.add(payloadBytes, "lambda", id, "payloadBytes");
    }

    void coldStart() {
        coldStarts.incrementAndGet();
        meters.add(1, "lambda", id, "coldStarts");
    }

    /** Lambda bills each invocation's time, rounded up to the millisecond. */
    void finished(InvocationResult result, Duration time) {
        double billedMillis = Math.ceil(time.toNanos() / 1_000_000.0);
        meters.add(billedMillis, "lambda", id, "billedMillis");
        meters.add(billedMillis / 1000.0 * gigabytes, "lambda", id, "gigabyteSeconds");
        if (result.failed()) {
            errors.incrementAndGet();
            meters.add(1, "lambda", id, "errors");
        }
    }

    /** An environment has ended; its CPU time stays in the sum. */
    void retired(Duration cpu) {
        retiredCpuMillis.addAndGet(cpu.toMillis());
    }

    long invocations() {
        return invocations.get();
    }

    long errors() {
        return errors.get();
    }

    long coldStarts() {
        return coldStarts.get();
    }

    long retiredCpuMillis() {
        return retiredCpuMillis.get();
    }
}
