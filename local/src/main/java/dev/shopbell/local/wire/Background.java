package dev.shopbell.local.wire;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Work beside requests: now, later or again and again, until the server stops. A failing task is shown and not dropped. */
public final class Background implements AutoCloseable {
    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(2, work -> {
        Thread thread = new Thread(work, "background");
        thread.setDaemon(true);
        return thread;
    });
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();

    /** The clock itself, for those who need its futures. Its tasks must be short. */
    public ScheduledExecutorService clock() {
        return clock;
    }

    /** Runs a task at once, on a thread of its own that may block. Does nothing when the server stops. */
    public void run(Runnable task) {
        try {
            workers.execute(shown(task));
        } catch (RejectedExecutionException stopping) {
            // The server is stopping: nobody waits for it any more.
            return;
        }
    }

    /** Runs a task once, after a while; it can be cancelled until then. */
    public Future<?> at(Duration delay, Runnable task) {
        return clock.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Runs a task once, after a while. Does nothing when the server stops. */
    public void after(Duration delay, Runnable task) {
        if (!clock.isShutdown()) {
            Future<?> planned = at(delay, task);
            if (planned.isCancelled()) {
                throw new IllegalStateException("cancelled before it was planned");
            }
        }
    }

    /** Runs a short task again and again, first after one period. */
    public void every(Duration period, Runnable task) {
        Future<?> planned =
                clock.scheduleWithFixedDelay(shown(task), period.toNanos(), period.toNanos(), TimeUnit.NANOSECONDS);
        if (planned.isCancelled()) {
            throw new IllegalStateException("cancelled before it was planned");
        }
    }

    private static Runnable shown(Runnable task) {
        return () -> {
            try {
                task.run();
            } catch (RuntimeException failed) {
                System.err.println("Background work failed: " + failed);
            }
        };
    }

    @Override
    public void close() {
        clock.shutdownNow();
        workers.shutdownNow();
    }
}
