package dev.shopbell.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.shopbell.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The customers whom the shop knows, one item each in the conversations table. Several conversations share it, each with a thread
 * of its own, so it is changed under an optimistic lock. Nobody else's conversation ever reads it.
 *
 * <p>{@code ver} version, {@code name}, {@code lang}, {@code conv} conversations (JSON: {@code [[id, since in epoch ms], …]}),
 * {@code ttl}. There is no attribute {@code v}, by which analytics is woken.
 */
public final class Customers {

    private static final String NOW = "now";
    private static final int MOST_ATTEMPTS = 5;

    private final DynamoDbClient dynamo;
    private final String table;
    private final Duration retention;

    /** @param retention how long it is kept after the last change */
    public Customers(DynamoDbClient dynamo, String table, Duration retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /**
     * What is kept of a customer. One read unit.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public Optional<Customer> find(String id) {
        try {
            var answer = dynamo.getItem(r -> r.tableName(table).key(key(id)).consistentRead(true));
            return answer.hasItem() ? Optional.of(read(id, answer.item())) : Optional.empty();
        } catch (SdkException e) {
            throw new RetryableFailure("A customer cannot be read", Duration.ZERO, e);
        }
    }

    /**
     * Changes what is kept; again from what is there by then, where another conversation was quicker. Writes nothing if nothing
     * changes.
     *
     * @param seen as it was read
     * @return as it is kept now
     * @throws RetryableFailure if the table does not answer, or others are quicker again and again
     */
    public Customer change(Customer seen, UnaryOperator<Customer> edit, Instant now) {
        var known = seen;
        for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var next = edit.apply(known);
            if (next.equals(known)) {
                return next;
            }
            if (save(next, now)) {
                return next.written();
            }
            known = find(seen.id()).orElse(Customer.unknown(seen.id()));
        }
        throw new RetryableFailure("A customer is being changed by others", Duration.ofSeconds(1), null);
    }

    private boolean save(Customer next, Instant now) {
        var item = new HashMap<>(key(next.id()));
        item.put("ver", number(next.version() + 1));
        if (!next.name().isEmpty()) {
            item.put("name", AttributeValue.fromS(next.name()));
        }
        if (!next.language().isEmpty()) {
            item.put("lang", AttributeValue.fromS(next.language()));
        }
        var conversations = Json.array();
        next.conversations().forEach(one -> conversations
                .addArray()
                .add(one.conversation().toString())
                .add(one.since().toEpochMilli()));
        item.put("conv", AttributeValue.fromS(Json.write(conversations)));
        item.put("ttl", number(now.plus(retention).getEpochSecond()));
        try {
            dynamo.putItem(r -> {
                r.tableName(table).item(item);
                if (next.version() == 0) {
                    r.conditionExpression("attribute_not_exists(pk)");
                } else {
                    r.conditionExpression("ver = :ver")
                            .expressionAttributeValues(Map.of(":ver", number(next.version())));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException changed) {
            return false;
        } catch (SdkException e) {
            throw new RetryableFailure("A customer cannot be written", Duration.ZERO, e);
        }
    }

    private static Customer read(String id, Map<String, AttributeValue> item) {
        var row = new Row(item);
        return new Customer(id, row.text("name"), row.text("lang"), conversations(row.text("conv")), row.number("ver"));
    }

    private static List<Customer.Linked> conversations(String json) {
        var conversations = new ArrayList<Customer.Linked>();
        try {
            for (var one : Json.read(json)) {
                conversations.add(new Customer.Linked(
                        ConversationId.parse(one.path(0).asText()),
                        Instant.ofEpochMilli(one.path(1).asLong())));
            }
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("A customer that cannot be read", e);
        }
        return conversations;
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", AttributeValue.fromS("customer#" + id), "sk", AttributeValue.fromS(NOW));
    }
}
