package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The turns of all conversations: one item each, never changed once written (but for {@link #learn}). The newest one is the conversation's state,
 * so that a turn costs one strongly consistent read and one conditional write, at turn 1,000 as at turn 10.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/read-write-operations.html">DynamoDB
 *     developer guide, "Read and write operations": a write unit is 1 KB, a read unit 4 KB</a>
 */
public final class TurnTable {

    private static final Logger LOG = Logger.getLogger(TurnTable.class.getName());

    private final DynamoDbClient dynamo;
    private final String table;
    private final Duration retention;

    /** @param retention how long a turn is kept before the table's time to live takes it */
    public TurnTable(DynamoDbClient dynamo, String table, Duration retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /**
     * Where the conversation stands. One read unit.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public Optional<Turn> newest(ConversationId conversation) {
        var found = query(conversation, "t#", "t~", false, 1, true);
        return found.stream().findFirst();
    }

    /**
     * The turns after the given number, oldest first, at most {@code limit} of them. Eventually consistent: half the
     * price, and a reader who asks again soon misses nothing.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public List<Turn> after(ConversationId conversation, long number, int limit) {
        return query(conversation, TurnItem.key(number + 1), "t~", true, limit, false);
    }

    /** One turn, if it is still kept. */
    public Optional<Turn> find(ConversationId conversation, long number) {
        var key = TurnItem.key(number);
        return query(conversation, key, key, true, 1, true).stream().findFirst();
    }

    /** The last turns, oldest first, at most {@code limit} of them. */
    public List<Turn> last(ConversationId conversation, int limit) {
        return query(conversation, "t#", "t~", false, limit, false).reversed();
    }

    private List<Turn> query(
            ConversationId conversation, String from, String to, boolean oldestFirst, int limit, boolean consistent) {
        try {
            var answer = dynamo.query(r -> r.tableName(table)
                    .keyConditionExpression("pk = :c AND sk BETWEEN :from AND :to")
                    .expressionAttributeValues(Map.of(
                            ":c", AttributeValue.fromS(conversation.toString()),
                            ":from", AttributeValue.fromS(from),
                            ":to", AttributeValue.fromS(to)))
                    .scanIndexForward(oldestFirst)
                    .consistentRead(consistent)
                    .limit(limit));
            var turns = new ArrayList<Turn>(answer.count());
            answer.items().forEach(item -> turns.add(TurnItem.read(item)));
            return turns;
        } catch (SdkException e) {
            throw new RetryableFailure("The conversations table cannot be read", Duration.ZERO, e);
        }
    }

    /**
     * Saves the turn as the conversation's new state, unless a turn of that number is there already.
     *
     * @return false if somebody else saved that turn first; nothing was changed then
     * @throws RetryableFailure if the table does not answer; whether the turn was saved is unknown then
     */
    public boolean save(Turn turn) {
        try {
            dynamo.putItem(r -> r.tableName(table)
                    .item(TurnItem.write(turn, turn.decidedAt().plus(retention)))
                    .conditionExpression("attribute_not_exists(pk)"));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        } catch (SdkException e) {
            throw new RetryableFailure("The conversations table cannot be written", Duration.ZERO, e);
        }
    }

    /**
     * Notes a lesson in a turn that is saved already, for those after it to start from: the one thing that may change there. One
     * write more, so for trouble only.
     *
     * @param context the dialogue's memory as it should have been
     * @throws RetryableFailure if the table does not answer
     */
    public void learn(Turn turn, String context) {
        try {
            dynamo.updateItem(r -> r.tableName(table)
                    .key(Map.of(
                            "pk", AttributeValue.fromS(turn.conversation().toString()),
                            "sk", AttributeValue.fromS(TurnItem.key(turn.number()))))
                    .updateExpression("SET ctx = :ctx")
                    .conditionExpression("attribute_exists(pk)") // it may have expired; no half a turn is made then
                    .expressionAttributeValues(Map.of(":ctx", AttributeValue.fromS(context))));
        } catch (ConditionalCheckFailedException expired) {
            LOG.log(Level.FINE, "The turn that taught something is gone", expired);
        } catch (SdkException e) {
            throw new RetryableFailure("The conversations table cannot be written", Duration.ZERO, e);
        }
    }

    /** Walks the way of {@link #save} without saving: the condition cannot hold. */
    public void rehearse(Turn turn) {
        try {
            dynamo.putItem(r -> r.tableName(table)
                    .item(TurnItem.write(turn, turn.decidedAt()))
                    .conditionExpression("attribute_exists(pk) AND attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException expected) {
            TurnItem.read(TurnItem.write(turn, turn.decidedAt()));
        }
    }

    /**
     * Reads a turn from the table's stream.
     *
     * @return empty if the image is of something else (a receipt, an open socket)
     */
    public static Optional<Turn> fromStream(Map<String, AttributeValue> image) {
        return new Row(image).text("sk").startsWith("t#") ? Optional.of(TurnItem.read(image)) : Optional.empty();
    }
}
