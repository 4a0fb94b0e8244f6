package dev.shopbell.local.lambda;

import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.template.FunctionSpec;
import dev.shopbell.local.wire.Background;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** The environments of one function: none while nobody asks, one more whenever all are busy, up to a limit. */
final class FunctionPool implements EnvironmentListener {
    private static final int STARTS_AT_ONCE = Math.max(2, Runtime.getRuntime().availableProcessors());
    /** An environment that dies while it starts is tried once more, as Lambda does. */
    private static final int STARTS_PER_INVOCATION = 2;
    /** A busy environment is given this long before another is started: a start costs more CPU than most queues. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final FunctionSpec function;
    private final FunctionPackage unpacked;
    private final StartupCache cache;
    private final Launcher launcher;
    private final RuntimeApi runtimeApi;
    private final Background clock;
    private final int limit;
    private final PoolCounts counts;

    private final Set<ExecutionEnvironment> environments = new LinkedHashSet<>();
    private final Map<ExecutionEnvironment, CompletableFuture<Invocation>> idle = new HashMap<>();
    private final Deque<ExecutionEnvironment> idleOrder = new ArrayDeque<>(); // the last used first, so that others age
    private final Deque<Invocation> pending = new ArrayDeque<>();
    private final Map<ExecutionEnvironment, Future<?>> timeouts = new HashMap<>();
    private boolean closed;

    FunctionPool(
            FunctionSpec function,
            FunctionPackage unpacked,
            StartupCache cache,
            Launcher launcher,
            RuntimeApi runtimeApi,
            Background clock,
            int limit,
            Meters meters) {
        this.function = function;
        this.unpacked = unpacked;
        this.cache = cache;
        this.launcher = launcher;
        this.runtimeApi = runtimeApi;
        this.clock = clock;
        this.limit = limit;
        this.counts = new PoolCounts(function, meters);
    }

    FunctionSpec function() {
        return function;
    }

    StartupCache cache() {
        return cache;
    }

    FunctionPackage unpacked() {
        return unpacked;
    }

    PoolCounts counts() {
        return counts;
    }

    /** Runs one invocation; the future never fails, a failure is a result. */
    synchronized CompletableFuture<InvocationResult> invoke(byte[] payload) {
        var invocation = new Invocation(payload);
        counts.invoked(payload.length);
        if (closed) {
            finish(invocation, InvocationResult.ofError("Runtime.Stopped", "./bot up is stopping"));
            return invocation.result();
        }
        while (!idleOrder.isEmpty()) {
            ExecutionEnvironment environment = idleOrder.removeFirst();
            CompletableFuture<Invocation> waiting = idle.remove(environment);
            if (waiting != null && environment.isAlive()) {
                assign(environment, invocation);
                waiting.complete(invocation);
                return invocation.result();
            }
        }
        pending.addLast(invocation);
        startMore();
        if (isWarm()) {
            clock.after(PATIENCE, this::startMore);
        }
        return invocation.result();
    }

    private void assign(ExecutionEnvironment environment, Invocation invocation) {
        environment.becomeBusy(invocation);
        timeouts.put(environment, clock.at(function.timeout(), () -> onTimeout(environment, invocation)));
    }

    private boolean isWarm() {
        return environments.stream().anyMatch(each -> each.state() == ExecutionEnvironment.State.BUSY);
    }

    private synchronized void startMore() {
        long waiting = isWarm()
                ? pending.stream()
                        .filter(each -> each.waited().compareTo(PATIENCE) >= 0)
                        .count()
                : pending.size();
        int starting = 0;
        for (ExecutionEnvironment environment : environments) {
            starting += environment.state() == ExecutionEnvironment.State.STARTING ? 1 : 0;
        }
        while (!closed
                && !pending.isEmpty()
                && starting < Math.min(waiting, STARTS_AT_ONCE)
                && environments.size() < limit) {
            try {
                ExecutionEnvironment environment = launcher.start(function, unpacked, cache.useFlags(), this);
                runtimeApi.describe(environment, function.arn() + ":live", function.timeout());
                environments.add(environment);
                counts.coldStart();
                starting++;
            } catch (IOException refused) {
                finish(
                        pending.removeFirst(),
                        InvocationResult.ofError("Runtime.StartError", "" + refused.getMessage()));
            }
        }
    }

    @Override
    public synchronized CompletableFuture<Invocation> onNext(ExecutionEnvironment environment) {
        var next = new CompletableFuture<Invocation>();
        if (closed || environment.state() == ExecutionEnvironment.State.STOPPING) {
            next.cancel(false);
            return next;
        }
        Invocation waiting = pending.pollFirst();
        if (waiting != null) {
            assign(environment, waiting);
            next.complete(waiting);
        } else {
            environment.becomeIdle();
            idle.put(environment, next);
            idleOrder.addFirst(environment);
        }
        return next;
    }

    @Override
    public synchronized void onResult(ExecutionEnvironment environment, String requestId, InvocationResult result) {
        Invocation current = environment.current();
        if (current != null && current.id().equals(requestId)) {
            stopClock(environment);
            environment.cpu();
            finish(current, result);
        }
    }

    @Override
    public synchronized void onInitError(ExecutionEnvironment environment, InvocationResult error) {
        Invocation waiting = pending.pollFirst();
        if (waiting != null) {
            finish(waiting, error);
        }
    }

    @Override
    public synchronized void onExit(ExecutionEnvironment environment) {
        if (!environments.remove(environment)) {
            return;
        }
        stopClock(environment);
        CompletableFuture<Invocation> asking = idle.remove(environment);
        if (asking != null) {
            asking.cancel(false);
        }
        idleOrder.remove(environment);
        runtimeApi.forget(environment);
        counts.retired(environment.cpu());
        Invocation current = environment.current();
        if (current != null) {
            finish(current, exitError(current, environment));
        } else if (environment.state() == ExecutionEnvironment.State.STARTING && !pending.isEmpty()) {
            Invocation oldest = pending.getFirst();
            if (oldest.failedToStart() >= STARTS_PER_INVOCATION) {
                finish(pending.removeFirst(), exitError(oldest, environment));
            }
        }
        startMore();
    }

    private static InvocationResult exitError(Invocation invocation, ExecutionEnvironment environment) {
        return InvocationResult.ofError(
                "Runtime.ExitError",
                "RequestId: " + invocation.id() + " Error: Runtime exited with error: " + environment.exitReason());
    }

    private synchronized void onTimeout(ExecutionEnvironment environment, Invocation invocation) {
        if (environment.current() == invocation && !invocation.result().isDone()) {
            String seconds = "%.2f".formatted(function.timeout().toMillis() / 1000.0);
            finish(
                    invocation,
                    InvocationResult.ofError(
                            "Sandbox.Timedout",
                            "RequestId: " + invocation.id() + " Error: Task timed out after " + seconds + " seconds"));
            environment.kill();
        }
    }

    private void finish(Invocation invocation, InvocationResult result) {
        if (!invocation.result().isDone()) {
            boolean ran = invocation.startedAt().isBefore(Instant.MAX);
            counts.finished(result, ran ? invocation.age() : Duration.ZERO);
            clock.run(() -> invocation.result().complete(result)); // not under this lock
        }
    }

    private void stopClock(ExecutionEnvironment environment) {
        Future<?> timeout = timeouts.remove(environment);
        if (timeout != null) {
            timeout.cancel(false);
        }
    }

    /** Ends the environments that have had nothing to do for so long. */
    synchronized void reap(Duration idleFor) {
        Instant since = Instant.now().minus(idleFor);
        for (ExecutionEnvironment environment : List.copyOf(idleOrder)) {
            if (environment.idleSince().isBefore(since)) {
                retire(environment);
            }
        }
    }

    private void retire(ExecutionEnvironment environment) {
        idleOrder.remove(environment);
        environment.stop();
        clock.after(Duration.ofSeconds(3), environment::kill);
    }

    /** The environments as they are now. */
    synchronized List<ExecutionEnvironment> environments() {
        return new ArrayList<>(environments);
    }

    /** Ends all environments; what was running fails. */
    synchronized void close() {
        closed = true;
        environments.forEach(ExecutionEnvironment::stop);
    }
}
