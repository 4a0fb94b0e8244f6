package dev.shopbell.local.provider;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Calls our webhooks as a platform would, and again as patiently as that platform. */
final class Caller {
    private static final System.Logger LOG = System.getLogger(Caller.class.getName());
    private static final Duration FIRST_WAIT = Duration.ofMillis(500);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private final ScheduledExecutorService clock;
    private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    /** @param clock starts each call at its time; the calls themselves block threads of their own */
    Caller(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    void call(Callback callback) {
        schedule(callback, callback.after(), callback.patience().retries, FIRST_WAIT);
    }

    private void schedule(Callback callback, Duration after, int retries, Duration nextWait) {
        var handed = clock.schedule(
                () -> callers.execute(() -> attempt(callback, retries, nextWait)),
                after.toMillis(),
                TimeUnit.MILLISECONDS);
        if (handed.isCancelled()) {
            LOG.log(System.Logger.Level.WARNING, "Shutting down: a call to {0} is not made", callback.target());
        }
    }

    private void attempt(Callback callback, int retries, Duration wait) {
        var outcome = post(callback);
        if (outcome == Outcome.DONE) {
            return;
        }
        var worthwhile = callback.patience() != Callback.Patience.TWILIO || outcome == Outcome.UNREACHED;
        if (retries > 0 && worthwhile) {
            var longer = wait.multipliedBy(2);
            schedule(callback, wait, retries - 1, longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer);
        } else {
            LOG.log(System.Logger.Level.WARNING, "The simulated platform gives up calling {0}", callback.target());
        }
    }

    private enum Outcome {
        DONE,
        REFUSED,
        UNREACHED
    }

    private Outcome post(Callback callback) {
        var request = HttpRequest.newBuilder(callback.target())
                .timeout(TIMEOUT)
                .POST(BodyPublishers.ofString(callback.body()));
        callback.headers().forEach(request::header);
        try {
            var status = http.send(request.build(), BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 ? Outcome.DONE : Outcome.REFUSED;
        } catch (IOException e) {
            LOG.log(System.Logger.Level.DEBUG, "No answer from " + callback.target(), e);
            return Outcome.UNREACHED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Outcome.REFUSED;
        }
    }
}
