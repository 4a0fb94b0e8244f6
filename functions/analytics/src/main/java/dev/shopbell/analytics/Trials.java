package dev.shopbell.analytics;

import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * The trials' items in the counters table, under {@code trial}: one for each engine that was ever tried. {@code cn}, {@code cb},
 * {@code tn}, {@code tb} count since the trial, or its round, began; {@code looked} is {@code tn} at the last look; {@code halted}
 * (epoch ms) is there while the engine answers nobody. Each shard's last window is noted: Lambda ends the windows of a shard one
 * after the other, so a window that ends twice is the last one.
 */
final class Trials {

    static final String KEY = "trial";

    private final DynamoDbClient dynamo;
    private final String table;

    Trials(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Where a trial stands.
     *
     * @param looked how many turns of the trial there were at the last look
     * @param haltedAt when the engine was found to do worse; {@link Instant#EPOCH} if it was not
     */
    record State(String engine, TrialCounts counts, long looked, Instant haltedAt) {

        boolean isHalted() {
            return haltedAt.isAfter(Instant.EPOCH);
        }
    }

    /**
     * Adds a window's counts, once, and tells where the trial stands.
     *
     * @param shard whose window it is
     * @throws RetryableFailure if the table does not answer; adding again is safe
     */
    State add(String engine, TrialCounts more, String shard, String window) {
        var values = counts(more);
        values.put(":w", AttributeValue.fromS(window));
        var request = update(engine)
                .updateExpression("SET #w = :w ADD cn :cn, cb :cb, tn :tn, tb :tb")
                .conditionExpression("attribute_not_exists(#w) OR #w <> :w")
                .expressionAttributeNames(Map.of("#w", "w#" + shard))
                .expressionAttributeValues(values)
                .returnValues(ReturnValue.ALL_NEW)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD)
                .build();
        try {
            return state(dynamo.updateItem(request).attributes());
        } catch (ConditionalCheckFailedException addedBefore) {
            return state(addedBefore.item());
        } catch (SdkException e) {
            throw new RetryableFailure("A trial's counts cannot be written", Duration.ZERO, e);
        }
    }

    /** From now on the engine answers nobody. */
    void halt(State state, Instant now) {
        change(state, "SET halted = :at", Map.of(":at", AttributeValue.fromN(Long.toString(now.toEpochMilli()))));
    }

    /** Nothing was found; the next look is at the same counts and those to come. */
    void looked(State state) {
        change(state, "SET looked = tn", Map.of());
    }

    /** Nothing was found, and enough was counted: what comes is compared with itself and not with what was long ago. */
    void beginRound(State state) {
        change(state, "SET cn = :zero, cb = :zero, tn = :zero, tb = :zero, looked = :zero", zero());
    }

    /** Whoever else counted meanwhile looks by himself. */
    private void change(State state, String expression, Map<String, AttributeValue> more) {
        var values = new HashMap<>(more);
        values.put(":cn", number(state.counts().control()));
        values.put(":tn", number(state.counts().trial()));
        send(update(state.engine())
                .updateExpression(expression)
                .conditionExpression("cn = :cn AND tn = :tn AND attribute_not_exists(halted)")
                .expressionAttributeValues(values)
                .build());
    }

    /**
     * The engine is tried again, from nothing.
     *
     * @return false if it was not halted
     * @throws RetryableFailure if the table does not answer
     */
    boolean resume(String engine) {
        return send(update(engine)
                .updateExpression("SET cn = :zero, cb = :zero, tn = :zero, tb = :zero, looked = :zero REMOVE halted")
                .conditionExpression("attribute_exists(halted)")
                .expressionAttributeValues(zero())
                .build());
    }

    private boolean send(UpdateItemRequest request) {
        try {
            dynamo.updateItem(request);
            return true;
        } catch (ConditionalCheckFailedException notSo) {
            return false;
        } catch (SdkException e) {
            throw new RetryableFailure("A trial cannot be written", Duration.ZERO, e);
        }
    }

    /** @throws RetryableFailure if the table does not answer */
    List<State> all() {
        try {
            var states = new ArrayList<State>();
            dynamo.queryPaginator(r -> r.tableName(table)
                            .keyConditionExpression("pk = :trial")
                            .expressionAttributeValues(Map.of(":trial", AttributeValue.fromS(KEY))))
                    .items()
                    .forEach(item -> states.add(state(item)));
            return states;
        } catch (SdkException e) {
            throw new RetryableFailure("The trials cannot be read", Duration.ZERO, e);
        }
    }

    private UpdateItemRequest.Builder update(String engine) {
        return UpdateItemRequest.builder()
                .tableName(table)
                .key(Map.of("pk", AttributeValue.fromS(KEY), "sk", AttributeValue.fromS(engine)));
    }

    private static State state(Map<String, AttributeValue> item) {
        var row = new Row(item);
        return new State(
                row.text("sk"),
                new TrialCounts(row.number("cn"), row.number("cb"), row.number("tn"), row.number("tb")),
                row.number("looked"),
                Instant.ofEpochMilli(row.number("halted")));
    }

    private static Map<String, AttributeValue> counts(TrialCounts counts) {
        return new HashMap<>(Map.of(
                ":cn", number(counts.control()),
                ":cb", number(counts.controlBad()),
                ":tn", number(counts.trial()),
                ":tb", number(counts.trialBad())));
    }

    private static Map<String, AttributeValue> zero() {
        return Map.of(":zero", number(0));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }
}
