package dev.shopbell.local.lambda;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.engine.Faults;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.template.FunctionSpec;
import dev.shopbell.local.wire.Background;
import dev.shopbell.local.wire.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** All functions of the stack. */
public final class Lambda implements AutoCloseable {
    private static final int ENVIRONMENTS_AT_MOST = 10;
    private static final long BYTES_PER_ENVIRONMENT = 1_500_000_000L; // a chain of functions grows together
    /** Lambda tries an asynchronous invocation three times; an hour's patience would be lost on a laptop. */
    private static final List<Duration> ASYNC_PAUSES = List.of(Duration.ofSeconds(1), Duration.ofSeconds(2));

    private final Map<String, FunctionPool> pools = new LinkedHashMap<>();
    private final Launcher launcher;
    private final RuntimeApi runtimeApi;
    private final Faults faults;
    private final Background clock;

    /**
     * Unpacks the functions; nothing runs yet.
     *
     * @param startupCaches where start-up caches are kept
     * @param idle after which an environment ends
     * @throws IOException when a package is missing or broken
     */
    public Lambda(
            List<FunctionSpec> functions,
            Launcher launcher,
            RuntimeApi runtimeApi,
            Path startupCaches,
            Duration idle,
            Background clock,
            Meters meters,
            Faults faults)
            throws IOException {
        this.launcher = launcher;
        this.runtimeApi = runtimeApi;
        this.clock = clock;
        this.faults = faults;
        int limit = environmentsAtMost();
        for (FunctionSpec function : functions) {
            FunctionPackage unpacked = launcher.unpack(function);
            var cache = new StartupCache(startupCaches, function, unpacked);
            pools.put(
                    function.id(),
                    new FunctionPool(function, unpacked, cache, launcher, runtimeApi, clock, limit, meters));
        }
        long everyMillis = Math.clamp(idle.toMillis() / 4, 250, 5_000);
        clock.every(Duration.ofMillis(everyMillis), () -> pools.values().forEach(pool -> pool.reap(idle)));
    }

    private static int environmentsAtMost() {
        var system = java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        long memory = system instanceof com.sun.management.OperatingSystemMXBean known
                ? known.getTotalMemorySize()
                : 8_000_000_000L;
        return Math.clamp(memory / BYTES_PER_ENVIRONMENT, 2, ENVIRONMENTS_AT_MOST);
    }

    /** A function by its logical id, name or ARN, with or without a qualifier. */
    public Optional<FunctionSpec> find(String reference) {
        return pool(reference).map(FunctionPool::function);
    }

    /**
     * Runs a function.
     *
     * @return what came of it, in the future; the future itself never fails
     * @throws IllegalArgumentException when there is no such function
     */
    public CompletableFuture<InvocationResult> invoke(String reference, byte[] payload) {
        FunctionPool pool = pool(reference)
                .orElseThrow(() -> new IllegalArgumentException("There is no function \"" + reference + "\"."));
        var fault = faults.next("lambda", pool.function().id());
        if (fault.isPresent()) {
            return CompletableFuture.completedFuture(
                    InvocationResult.ofError(fault.get().code(), "Ordered by POST /_local/faults"));
        }
        return pool.invoke(payload);
    }

    /** Runs a function later, and twice more if it fails. Nobody hears of the result. */
    public void invokeLater(String reference, byte[] payload) {
        attempt(reference, payload, 0);
    }

    private void attempt(String reference, byte[] payload, int pausesTaken) {
        clock.run(() -> {
            boolean failed = invoke(reference, payload).join().failed();
            if (failed && pausesTaken < ASYNC_PAUSES.size()) {
                clock.after(ASYNC_PAUSES.get(pausesTaken), () -> attempt(reference, payload, pausesTaken + 1));
            }
        });
    }

    private Optional<FunctionPool> pool(String reference) {
        int at = reference.indexOf(":function:");
        String name = at < 0 ? reference : reference.substring(at + ":function:".length());
        int qualifier = name.indexOf(':');
        String bare = qualifier < 0 ? name : name.substring(0, qualifier);
        return pools.values().stream()
                .filter(pool -> pool.function().name().equals(bare)
                        || pool.function().id().equals(bare))
                .findFirst();
    }

    /**
     * Makes the start-up caches that are missing, one after the other.
     *
     * @param progress hears the id of each function when it is done, and whether there is a cache now
     */
    public void train(java.util.function.BiConsumer<String, Boolean> progress) throws InterruptedException {
        for (FunctionPool pool : pools.values()) {
            if (!pool.cache().exists()) {
                boolean trained;
                try {
                    trained = Training.train(launcher, runtimeApi, pool.function(), pool.unpacked(), pool.cache());
                } catch (IOException failed) {
                    trained = false; // it only costs time: environments start without a cache
                }
                progress.accept(pool.function().id(), trained);
            }
        }
    }

    /**
     * Plays SnapStart with a function: milliseconds from restore to first response.
     *
     * @throws IOException when it cannot be measured; the message says why
     */
    public double restoreMillis(String id, byte[] event) throws IOException, InterruptedException {
        for (FunctionPool pool : pools.values()) {
            if (pool.function().id().equals(id)) {
                return Restoration.measureMillis(launcher, runtimeApi, pool.function(), pool.unpacked(), event);
            }
        }
        throw new IOException("There is no function " + id + " in the template.");
    }

    /** The functions and their environments, for {@code ./bot ps}. */
    public ArrayNode describe() {
        ArrayNode all = Json.array();
        pools.values().stream()
                .sorted(Comparator.comparing(pool -> pool.function().id()))
                .forEach(pool -> all.add(describe(pool)));
        return all;
    }

    private static ObjectNode describe(FunctionPool pool) {
        ObjectNode function = Json.object();
        long cpuMillis = pool.counts().retiredCpuMillis();
        function.put("id", pool.function().id());
        function.put("name", pool.function().name());
        ArrayNode environments = function.putArray("environments");
        for (ExecutionEnvironment environment : pool.environments()) {
            long ownCpuMillis = environment.cpu().toMillis();
            cpuMillis += ownCpuMillis;
            environments
                    .addObject()
                    .put("pid", environment.pid())
                    .put("state", environment.state().name().toLowerCase(Locale.ROOT))
                    .put(
                            "uptimeMillis",
                            Duration.between(environment.startedAt(), Instant.now())
                                    .toMillis())
                    .put("cpuMillis", ownCpuMillis);
        }
        return function.put("invocations", pool.counts().invocations())
                .put("errors", pool.counts().errors())
                .put("coldStarts", pool.counts().coldStarts())
                .put("cpuMillis", cpuMillis)
                .put("startupCache", pool.cache().exists());
    }

    /** Ends every environment, by force if it does not go by itself within a second. */
    @Override
    public void close() {
        List<ExecutionEnvironment> running = pools.values().stream()
                .flatMap(pool -> pool.environments().stream())
                .toList();
        pools.values().forEach(FunctionPool::close);
        Instant patience = Instant.now().plusSeconds(1);
        try {
            for (ExecutionEnvironment environment : running) {
                Duration left = Duration.between(Instant.now(), patience);
                environment.awaitExit(left.isNegative() ? Duration.ZERO : left);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } finally {
            running.forEach(ExecutionEnvironment::kill);
        }
    }
}
