package dev.shopbell.local.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** One request to a function, from when it is asked until its result is there. */
final class Invocation {
    private final String id = UUID.randomUUID().toString();
    private final byte[] payload;
    private final Instant askedAt = Instant.now();
    private final CompletableFuture<InvocationResult> result = new CompletableFuture<>();
    private volatile Instant startedAt = Instant.MAX;
    private int failedStarts;

    Invocation(byte[] payload) {
        this.payload = payload;
    }

    String id() {
        return id;
    }

    byte[] payload() {
        return payload;
    }

    CompletableFuture<InvocationResult> result() {
        return result;
    }

    /** How long it has waited for an environment, or did. */
    Duration waited() {
        return Duration.between(askedAt, Instant.now());
    }

    /** Marks that an environment has it: from here on its time is counted and billed. */
    void start() {
        startedAt = Instant.now();
    }

    Instant startedAt() {
        return startedAt;
    }

    Duration age() {
        return Duration.between(startedAt, Instant.now());
    }

    /** Counts an environment that died before it could take this invocation. */
    int failedToStart() {
        return ++failedStarts;
    }
}
