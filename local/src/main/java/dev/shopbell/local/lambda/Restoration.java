package dev.shopbell.local.lambda;

import dev.shopbell.local.template.FunctionSpec;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Plays SnapStart's protocol with one environment of its own: it starts, runs the hooks that come before the snapshot, is
 * held there, and is let go as if restored. What is measured is what comes after: from the restore to the first response.
 * The process is not frozen and thawed here; that part is Lambda's own.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Lambda developer guide,
 *     "Lambda SnapStart runtime hooks for Java"</a>
 */
final class Restoration implements EnvironmentListener {
    private static final Duration START = Duration.ofSeconds(60);
    private static final Duration ANSWER = Duration.ofSeconds(30);

    /** Lets the hooks of org.crac be called by Lambda's own registry, as the managed runtime does. */
    private static final List<String> HOOKS = List.of("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");

    private final CompletableFuture<Boolean> primed = new CompletableFuture<>();
    private final CompletableFuture<Void> restored = new CompletableFuture<>();
    private final Invocation first;
    private boolean given;

    private Restoration(byte[] event) {
        first = new Invocation(event);
    }

    /**
     * Milliseconds from restore to first response.
     *
     * @throws IOException when the environment does not get as far as its snapshot, or fails to answer
     */
    static double measureMillis(
            Launcher launcher, RuntimeApi runtimeApi, FunctionSpec function, FunctionPackage unpacked, byte[] event)
            throws IOException, InterruptedException {
        var restoration = new Restoration(event);
        var environment = launcher.start(function, unpacked, HOOKS, "snap-start", restoration);
        runtimeApi.describe(environment, function.arn(), function.timeout());
        try {
            if (!restoration.primed.get(START.toSeconds(), TimeUnit.SECONDS)) {
                throw new IOException(function.id() + " did not get as far as its snapshot; see its log.");
            }
            var began = System.nanoTime();
            restoration.restored.complete(null);
            var result = restoration.first.result().get(ANSWER.toSeconds(), TimeUnit.SECONDS);
            var millis = (System.nanoTime() - began) / 1e6;
            if (result.failed()) {
                throw new IOException(function.id() + " failed after its restore; see its log.");
            }
            return millis;
        } catch (ExecutionException | TimeoutException silent) {
            throw new IOException(function.id() + " did not answer after its restore; see its log.", silent);
        } finally {
            environment.kill();
            runtimeApi.forget(environment);
        }
    }

    @Override
    public CompletableFuture<Void> onCheckpoint(ExecutionEnvironment environment) {
        primed.complete(true);
        return restored;
    }

    @Override
    public synchronized CompletableFuture<Invocation> onNext(ExecutionEnvironment environment) {
        if (!given) {
            given = true;
            environment.becomeBusy(first);
            return CompletableFuture.completedFuture(first);
        }
        return new CompletableFuture<>();
    }

    @Override
    public void onResult(ExecutionEnvironment environment, String requestId, InvocationResult result) {
        first.result().complete(result);
    }

    @Override
    public void onInitError(ExecutionEnvironment environment, InvocationResult error) {
        primed.complete(false);
    }

    @Override
    public void onExit(ExecutionEnvironment environment) {
        primed.complete(false);
    }
}
