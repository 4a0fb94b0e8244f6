package dev.shopbell.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * The owner's secrets and settings, from SSM Parameter Store ({@code /shopbell/META_APP_SECRET} is the setting
 * {@code META_APP_SECRET}), falling back to the function's environment for what is no secret.
 *
 * <p>Read at need, all in one request, and kept for five minutes: a rotated secret is in use after that time, and a
 * turn costs no request.
 */
public final class SsmSettings implements Function<String, Optional<String>> {

    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final ParameterStore parameters;
    private final String path;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Kept kept = new Kept(Map.of(), Instant.EPOCH);

    /** @param path for example {@code /shopbell} */
    public SsmSettings(ParameterStore parameters, String path, Clock clock) {
        this.parameters = parameters;
        this.path = path;
        this.clock = clock;
    }

    /**
     * The setting of that name, if it is set and not empty. Blocks for one request when what is known is too old.
     *
     * @throws RetryableFailure if Parameter Store does not answer
     */
    @Override
    public Optional<String> apply(String name) {
        var value = current().get(name);
        return Optional.ofNullable(value == null ? System.getenv(name) : value).filter(v -> !v.isEmpty());
    }

    /** Reads them anew at the next need; called before a snapshot is taken, which must not hold secrets. */
    public void forget() {
        kept = new Kept(Map.of(), Instant.EPOCH);
    }

    private Map<String, String> current() {
        var known = kept;
        if (clock.instant().isBefore(known.until)) {
            return known.values;
        }
        reading.lock();
        try {
            if (!clock.instant().isBefore(kept.until)) {
                kept = new Kept(read(), clock.instant().plus(KEPT_FOR));
            }
            return kept.values;
        } finally {
            reading.unlock();
        }
    }

    private Map<String, String> read() {
        return Map.copyOf(parameters.under(path));
    }

    private record Kept(Map<String, String> values, Instant until) {}
}
