package dev.shopbell.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.template.FunctionSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Trains a start-up cache: one environment of its own is woken, so that it loads and links what a first request needs,
 * and writes down what it has learned when it ends.
 */
final class Training implements EnvironmentListener {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration WRITE = Duration.ofMinutes(2);

    private final CompletableFuture<Boolean> woken = new CompletableFuture<>();
    private final Invocation wake = new Invocation("{\"rehearse\":true}".getBytes(UTF_8));
    private boolean given;

    private Training() {}

    /** Trains a function's cache and returns whether there is one now. */
    static boolean train(
            Launcher launcher,
            RuntimeApi runtimeApi,
            FunctionSpec function,
            FunctionPackage unpacked,
            StartupCache cache)
            throws IOException, InterruptedException {
        var training = new Training();
        ExecutionEnvironment environment = launcher.start(function, unpacked, cache.trainFlags(), training);
        runtimeApi.describe(environment, function.arn(), function.timeout());
        try {
            boolean ready = training.woken.get(START.toSeconds(), TimeUnit.SECONDS);
            environment.stop();
            return ready && environment.awaitExit(WRITE) && cache.keep();
        } catch (ExecutionException | TimeoutException notWoken) {
            return false;
        } finally {
            environment.kill();
            runtimeApi.forget(environment);
        }
    }

    @Override
    public synchronized CompletableFuture<Invocation> onNext(ExecutionEnvironment environment) {
        if (!given) {
            given = true;
            environment.becomeBusy(wake);
            return CompletableFuture.completedFuture(wake);
        }
        woken.complete(true);
        return new CompletableFuture<>();
    }

    @Override
    public void onResult(ExecutionEnvironment environment, String requestId, InvocationResult result) {
        wake.result().complete(result);
    }

    @Override
    public void onInitError(ExecutionEnvironment environment, InvocationResult error) {
        woken.complete(false);
    }

    @Override
    public void onExit(ExecutionEnvironment environment) {
        woken.complete(false);
    }
}
