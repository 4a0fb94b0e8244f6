package dev.shopbell.webhook;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Wakes the functions behind this one, once in the life of an environment: when this one was cold the others likely are, and
 * a first message would else pay for one start after the other.
 */
final class WakeFunctions {

    private static final Logger LOG = System.getLogger(WakeFunctions.class.getName());

    private final List<String> functions;
    private final Consumer<String> wake;
    private @Nullable List<Thread> waking;

    /** @param wake invokes a function without waiting for what it does */
    WakeFunctions(List<String> functions, Consumer<String> wake) {
        this.functions = List.copyOf(functions);
        this.wake = wake;
    }

    /**
     * Begins to wake them the first time it is called. Call {@link Runnable#run()} on what it returns before answering: Lambda
     * freezes what still runs then.
     */
    synchronized Runnable once() {
        if (waking == null) {
            waking = functions.stream()
                    .map(function -> Thread.ofVirtual().start(() -> wake(function)))
                    .toList();
        }
        var threads = waking;
        return () -> threads.forEach(WakeFunctions::join);
    }

    private void wake(String function) {
        try {
            wake.accept(function);
        } catch (RuntimeException notWoken) {
            // It will be woken by its own work, a little later.
            LOG.log(Level.WARNING, "Could not wake {0}: {1}", function, notWoken.toString());
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
