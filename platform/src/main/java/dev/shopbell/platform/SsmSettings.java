package dev.shopbell.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import software.amazon.awssdk.services.ssm.SsmClient;

/**
 * The owner's secrets and settings, from SSM Parameter Store ({@code /shopbell/META_APP_SECRET} is the setting
 * {@code META_APP_SECRET}), falling back to the function's environment for what is no secret.
 *
 * <p>Read at need, all in one request, and kept for five minutes: a rotated secret is in use after that time, and a
 * turn costs no request. A snapshot never holds them, since they are not read before the first real request.
 */
public final class SsmSettings implements Function<String, Optional<String>> {

    private static final Duration KEPT_FOR = Duration.ofMinutes(5);

    private final SsmClient ssm;
    private final String path;
    private final Clock clock;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Kept kept = new Kept(Map.of(), Instant.EPOCH);

    /** @param path for example {@code /shopbell} */
    public SsmSettings(SsmClient ssm, String path, Clock clock) {
        this.ssm = ssm;
        this.path = path;
        this.clock = clock;
    }

    /**
     * The setting of that name, if it is set and not empty. Blocks for one request when what is known is too old.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if Parameter Store does not answer
     */
    @Override
    public Optional<String> apply(String name) {
        var value = current().get(name);
        return Optional.ofNullable(value == null ? System.getenv(name) : value).filter(v -> !v.isEmpty());
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
        var values = new HashMap<String, String>();
        for (var page : ssm.getParametersByPathPaginator(
                r -> r.path(path).withDecryption(true).maxResults(10))) {
            page.parameters().forEach(p -> values.put(p.name().substring(path.length() + 1), p.value()));
        }
        return Map.copyOf(values);
    }

    private record Kept(Map<String, String> values, Instant until) {}
}
