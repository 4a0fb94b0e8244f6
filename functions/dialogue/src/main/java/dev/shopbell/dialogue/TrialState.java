package dev.shopbell.dialogue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Whether a second engine was found to do worse: one item of the counters table, written by analytics, read at most every half
 * minute. Where it cannot be read, our own engine answers.
 */
final class TrialState implements BooleanSupplier {

    private static final Logger LOG = Logger.getLogger(TrialState.class.getName());

    private static final Duration KNOWN_FOR = Duration.ofSeconds(30);

    private final DynamoDbClient dynamo;
    private final String table;
    private final String engine;
    private final Clock clock;
    private volatile Known known = new Known(true, Instant.EPOCH);

    private record Known(boolean halted, Instant until) {}

    TrialState(DynamoDbClient dynamo, String table, String engine, Clock clock) {
        this.dynamo = dynamo;
        this.table = table;
        this.engine = engine;
        this.clock = clock;
    }

    @Override
    public boolean getAsBoolean() {
        if (!clock.instant().isBefore(known.until)) {
            known = new Known(read(), clock.instant().plus(KNOWN_FOR));
        }
        return known.halted;
    }

    private boolean read() {
        try {
            return dynamo.getItem(r -> r.tableName(table)
                            .key(Map.of("pk", AttributeValue.fromS("trial"), "sk", AttributeValue.fromS(engine))))
                    .item()
                    .containsKey("halted");
        } catch (SdkException e) {
            LOG.log(Level.WARNING, "How the second engine does cannot be read; ours answers meanwhile", e);
            return true;
        }
    }
}
