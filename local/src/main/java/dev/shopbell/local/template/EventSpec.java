package dev.shopbell.local.template;

import java.util.List;
import java.util.Optional;

/** What invokes a function by itself. */
public sealed interface EventSpec {
    /** The logical id of the event, unique in its function. */
    String id();

    /**
     * A route of the HTTP API.
     *
     * @param method upper case, or {@code ANY}
     * @param path such as {@code /desk/api/{proxy+}}
     * @param authorizer the name of the API's authorizer that it asks for
     */
    record Http(String id, String method, String path, Optional<String> authorizer) implements EventSpec {}

    /**
     * A queue.
     *
     * @param reportsFailures whether the function names the messages that failed
     * @param concurrency how many batches are in work at once, at most
     */
    record Queue(String id, String queueArn, int batchSize, int windowSeconds, boolean reportsFailures, int concurrency)
            implements EventSpec {
        /** What a laptop bears where the template says nothing. */
        static final int CONCURRENCY = 10;
    }

    /**
     * A table's stream.
     *
     * @param maxRetries how often a failed batch is tried again; -1 for ever
     * @param tumblingWindowSeconds 0 for none
     * @param filters patterns in JSON, of which one must match; none lets everything through
     * @param onFailureArn the queue that hears of what was given up
     */
    record Stream(
            String id,
            String table,
            boolean fromTrimHorizon,
            int batchSize,
            int windowSeconds,
            int maxRetries,
            boolean bisects,
            boolean reportsFailures,
            int tumblingWindowSeconds,
            List<String> filters,
            Optional<String> onFailureArn)
            implements EventSpec {}

    /**
     * A schedule.
     *
     * @param expression {@code rate(15 minutes)} or {@code cron(0 8 * * ? *)}
     * @param input the constant that is sent instead of the event
     */
    record Schedule(String id, String expression, Optional<String> input) implements EventSpec {}
}
