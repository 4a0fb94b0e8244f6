package dev.shopbell.local.lambda;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A child process that serves one request of one function at a time. Guarded by its owner's lock, but for the process. */
final class ExecutionEnvironment {
    /** Where it is in its life. */
    enum State {
        STARTING,
        IDLE,
        BUSY,
        STOPPING
    }

    private final String id = UUID.randomUUID().toString().substring(0, 8);
    private final Instant startedAt = Instant.now();
    private final EnvironmentListener listener;
    private @Nullable Process process;
    private volatile State state = State.STARTING;
    private volatile Instant idleSince = Instant.MAX;
    private volatile Duration cpu = Duration.ZERO;
    private @Nullable Invocation current;

    ExecutionEnvironment(EnvironmentListener listener) {
        this.listener = listener;
    }

    /** Takes over the process; its end is told to the listener. */
    void runs(Process started) {
        process = started;
        Thread.ofVirtual().start(() -> {
            started.onExit().join();
            listener.onExit(this);
        });
    }

    String id() {
        return id;
    }

    EnvironmentListener listener() {
        return listener;
    }

    long pid() {
        Process running = process;
        return running == null ? -1 : running.pid();
    }

    boolean isAlive() {
        Process running = process;
        return running != null && running.isAlive();
    }

    State state() {
        return state;
    }

    Instant startedAt() {
        return startedAt;
    }

    Instant idleSince() {
        return idleSince;
    }

    @Nullable
    Invocation current() {
        return current;
    }

    void becomeIdle() {
        state = State.IDLE;
        idleSince = Instant.now();
        current = null;
    }

    void becomeBusy(Invocation invocation) {
        state = State.BUSY;
        current = invocation;
        invocation.start();
    }

    /** The CPU time of the process so far, or until it was last seen alive. */
    Duration cpu() {
        Process running = process;
        if (running != null) {
            running.info().totalCpuDuration().ifPresent(time -> cpu = time);
        }
        return cpu;
    }

    /** Asks the process to end. */
    void stop() {
        state = State.STOPPING;
        cpu();
        Process running = process;
        if (running != null) {
            running.toHandle().destroy(); // Process.destroy would close its output as well
        }
    }

    /** Ends the process at once, as SIGKILL does. */
    void kill() {
        state = State.STOPPING;
        cpu();
        Process running = process;
        if (running != null) {
            running.toHandle().destroyForcibly();
        }
    }

    /** Waits for the process to end; false when it has not by then. */
    boolean awaitExit(Duration atMost) throws InterruptedException {
        Process running = process;
        return running == null || running.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** How the process ended, in Lambda's words. Source: Lambda developer guide, "Runtime.ExitError". */
    String exitReason() {
        Process ended = process;
        int code = ended == null || ended.isAlive() ? 0 : ended.exitValue();
        return switch (code) {
            case 137 -> "signal: killed";
            case 143 -> "signal: terminated";
            default -> "exit status " + code;
        };
    }
}
