package dev.shopbell.handover;

import dev.shopbell.conversation.Escalation;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.RetryableFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/** The tickets table. Every write is safe to repeat: the stream may tell a turn twice. */
public final class Tickets {

    /** A resolved ticket is kept for a year. */
    private static final Duration KEPT = Duration.ofDays(365);

    private final DynamoDbClient dynamo;
    private final String table;

    public Tickets(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Opens the ticket that a turn calls for; does nothing if it is open already.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public void open(Turn turn, Escalation escalation) {
        var item = TicketItem.write(turn, escalation);
        unlessThere(() ->
                dynamo.putItem(r -> r.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)")));
    }

    /**
     * Notes a later turn of the ticket: who spoke, and when.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public void note(Turn turn, boolean waiting, String agent, int rating) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":turn", AttributeValue.fromN(Long.toString(turn.number())));
        values.put(":waiting", AttributeValue.fromBool(waiting));
        values.put(":at", AttributeValue.fromS(turn.decidedAt().toString()));
        var update = new StringBuilder("SET lastTurn = :turn, waiting = :waiting, updatedAt = :at");
        var names = new HashMap<String, String>();
        if (!agent.isEmpty()) {
            names.put("#agent", "agent");
            values.put(":agent", AttributeValue.fromS(agent));
            update.append(", #agent = :agent");
        }
        if (rating > 0) {
            values.put(":rating", AttributeValue.fromN(Integer.toString(rating)));
            update.append(", rating = :rating");
        }
        unlessThere(() -> dynamo.updateItem(r -> r.tableName(table)
                .key(key(turn.ticket()))
                .updateExpression(update.toString())
                .conditionExpression("attribute_exists(pk) AND lastTurn < :turn")
                .expressionAttributeNames(names.isEmpty() ? null : names)
                .expressionAttributeValues(values)));
    }

    /**
     * Marks a ticket as resolved.
     *
     * @return false if it was not open
     * @throws RetryableFailure if the table does not answer
     */
    public boolean resolve(String id, String agent, Instant at) {
        return unlessThere(() -> dynamo.updateItem(r -> r.tableName(table)
                .key(key(id))
                .updateExpression(
                        "SET #status = :resolved, #agent = :agent, updatedAt = :at, waiting = :no, #ttl = :ttl")
                .conditionExpression("#status = :open")
                .expressionAttributeNames(Map.of("#status", "status", "#ttl", "ttl", "#agent", "agent"))
                .expressionAttributeValues(Map.of(
                        ":resolved", AttributeValue.fromS(Ticket.Status.RESOLVED.name()),
                        ":open", AttributeValue.fromS(Ticket.Status.OPEN.name()),
                        ":agent", AttributeValue.fromS(agent),
                        ":no", AttributeValue.fromBool(false),
                        ":at", AttributeValue.fromS(at.toString()),
                        ":ttl", AttributeValue.fromN(Long.toString(at.plus(KEPT).getEpochSecond()))))));
    }

    /** @throws RetryableFailure if the table does not answer */
    public Optional<Ticket> find(String id) {
        try {
            var answer = dynamo.getItem(r -> r.tableName(table).key(key(id)).consistentRead(true));
            return answer.hasItem() ? Optional.of(TicketItem.read(answer.item())) : Optional.empty();
        } catch (SdkException e) {
            throw new RetryableFailure("The tickets table cannot be read", Duration.ZERO, e);
        }
    }

    /**
     * Tickets of a status: the most urgent first, among these the one that has waited longest.
     *
     * @param limit at most that many
     * @throws RetryableFailure if the table does not answer
     */
    public List<Ticket> list(Ticket.Status status, int limit) {
        try {
            var tickets = new ArrayList<Ticket>();
            for (var item : dynamo.queryPaginator(r -> r.tableName(table)
                            .indexName("by-status")
                            .keyConditionExpression("#status = :status")
                            .expressionAttributeNames(Map.of("#status", "status"))
                            .expressionAttributeValues(Map.of(":status", AttributeValue.fromS(status.name()))))
                    .items()) {
                if (tickets.size() == limit) {
                    break;
                }
                tickets.add(TicketItem.read(item));
            }
            return tickets;
        } catch (SdkException e) {
            throw new RetryableFailure("The tickets table cannot be read", Duration.ZERO, e);
        }
    }

    private static boolean unlessThere(Runnable write) {
        try {
            write.run();
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        } catch (SdkException e) {
            throw new RetryableFailure("The tickets table cannot be written", Duration.ZERO, e);
        }
    }

    private static Map<String, AttributeValue> key(String id) {
        return Map.of("pk", AttributeValue.fromS(id));
    }
}
