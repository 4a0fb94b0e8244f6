package dev.shopbell.local.lambda;

import java.util.concurrent.CompletableFuture;

/** Who owns an execution environment and hears what its Runtime API client says. */
interface EnvironmentListener {
    /** It is ready for work; the future gives it the next invocation. */
    CompletableFuture<Invocation> onNext(ExecutionEnvironment environment);

    /** It is ready for its snapshot; when the future is done it is restored from it. Only asked by SnapStart's protocol. */
    default CompletableFuture<Void> onCheckpoint(ExecutionEnvironment environment) {
        return CompletableFuture.completedFuture(null);
    }

    /** It has finished an invocation. */
    void onResult(ExecutionEnvironment environment, String requestId, InvocationResult result);

    /** It could not start; its process will end by itself. */
    void onInitError(ExecutionEnvironment environment, InvocationResult error);

    /** Its process has ended, for whatever reason. */
    void onExit(ExecutionEnvironment environment);
}
