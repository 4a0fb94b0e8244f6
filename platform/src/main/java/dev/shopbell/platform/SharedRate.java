package dev.shopbell.platform;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * Buckets that all execution environments share, each one item of the conversations table, {@code rate#…}. An item holds one number:
 * the theoretical arrival time of the generic cell rate algorithm (ITU-T I.371), here the instant at which the bucket will be full
 * again. To take is to move that instant forward, by one conditional write; nobody reads first.
 */
public final class SharedRate {

    private static final Logger LOG = Logger.getLogger(SharedRate.class.getName());

    /** An item that nobody needs is gone after this. */
    private static final Duration KEPT = Duration.ofHours(1);

    /** When others are quicker that often, it is crowded enough to wait. */
    private static final int TRIES = 3;

    private final DynamoDbClient dynamo;
    private final String table;

    /** The arrival times seen last, epoch micros. They only grow, so that an old one tells at the least what is gone. */
    private final Map<String, Long> seen = new ConcurrentHashMap<>();

    public SharedRate(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * How a bucket works.
     *
     * @param name what shares it
     * @param burst what it holds when it is full, at least 1
     * @param interval the time in which it gains one
     */
    public record Bucket(String name, int burst, Duration interval) {
        private long micros(long amount) {
            return Math.ceilDiv(interval.multipliedBy(amount).toNanos(), 1000L);
        }
    }

    /**
     * What was had.
     *
     * @param amount 0 for nothing
     * @param after how long to wait before there may be something; zero if something was had
     */
    public record Lease(int amount, Duration after) {}

    /**
     * Takes from a bucket. One write unit; none if it is known to be empty, and one more when others were quicker. If the table does not
     * answer it is all granted: a limit that is exceeded is refused by the platform, while a conversation must not fail for it.
     *
     * @param least take nothing rather than less than this; more than a full bucket holds is taken from a full one, and owed
     * @param most how much is welcome
     */
    public Lease lease(Bucket bucket, int least, int most, Instant now) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        try {
            for (int i = 0; i < TRIES; i++) {
                var known = seen.getOrDefault(bucket.name(), 0L);
                var room = room(bucket, known, micros);
                if (room < Math.min(least, bucket.burst())) {
                    break;
                }
                var amount = Math.max(least, Math.min(room, most));
                if (take(bucket, amount, known, micros)) {
                    return new Lease(amount, Duration.ZERO);
                }
            }
        } catch (SdkException e) {
            LOG.log(Level.WARNING, "The shared rate cannot be asked; the platform's own limit has to do", e);
            return new Lease(most, Duration.ZERO);
        }
        return new Lease(0, untilThereIs(least, bucket, micros));
    }

    private static int room(Bucket bucket, long full, long now) {
        var free = now + bucket.micros(bucket.burst()) - Math.max(full, now);
        return (int) Math.max(0, free / bucket.micros(1));
    }

    private Duration untilThereIs(int least, Bucket bucket, long now) {
        var needed = bucket.micros(Math.min(least, bucket.burst()));
        var at = seen.getOrDefault(bucket.name(), now) + needed - bucket.micros(bucket.burst());
        return Duration.of(Math.max(1, at - now), ChronoUnit.MICROS);
    }

    /** Moves the instant forward: from now if the bucket is full, from where it stands if not. */
    private boolean take(Bucket bucket, int amount, long known, long now) {
        var values = new HashMap<String, AttributeValue>();
        values.put(
                ":ttl",
                number(Instant.EPOCH.plus(now, ChronoUnit.MICROS).plus(KEPT).getEpochSecond()));
        var isFull = known <= now;
        if (isFull) {
            values.put(":now", number(now));
            values.put(":next", number(now + bucket.micros(amount)));
        } else {
            values.put(":by", number(bucket.micros(amount)));
            values.put(
                    ":most",
                    number(now + bucket.micros(bucket.burst()) - bucket.micros(Math.min(amount, bucket.burst()))));
        }
        try {
            dynamo.updateItem(r -> r.tableName(table)
                    .key(Map.of(
                            "pk", AttributeValue.fromS("rate#" + bucket.name()), "sk", AttributeValue.fromS("rate")))
                    .updateExpression(isFull ? "SET tat = :next, #ttl = :ttl" : "SET tat = tat + :by, #ttl = :ttl")
                    .conditionExpression(isFull ? "attribute_not_exists(tat) OR tat <= :now" : "tat <= :most")
                    .expressionAttributeNames(Map.of("#ttl", "ttl"))
                    .expressionAttributeValues(values)
                    .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
            note(bucket, isFull ? now + bucket.micros(amount) : known + bucket.micros(amount));
            return true;
        } catch (ConditionalCheckFailedException others) {
            note(bucket, new Row(others.item()).number("tat"));
            return false;
        }
    }

    private void note(Bucket bucket, long tat) {
        seen.merge(bucket.name(), tat, Math::max);
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
