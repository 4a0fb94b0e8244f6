package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The sockets a web conversation has open just now: one per tab. */
public final class Sockets {

    /** API Gateway closes a socket after two hours. Source: "Quotas for WebSocket APIs". */
    private static final Duration LIFE = Duration.ofHours(2);

    private final DynamoDbClient dynamo;
    private final String table;

    public Sockets(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** @throws RetryableFailure if the table does not answer */
    public void opened(ConversationId conversation, String connectionId, Instant at) {
        var expires = AttributeValue.fromN(Long.toString(at.plus(LIFE).getEpochSecond()));
        try {
            dynamo.putItem(r -> r.tableName(table)
                    .item(Map.of(
                            "pk", AttributeValue.fromS(conversation.toString()),
                            "sk", AttributeValue.fromS("s#" + connectionId),
                            "ttl", expires)));
        } catch (SdkException e) {
            throw new RetryableFailure("An open socket cannot be noted", Duration.ZERO, e);
        }
    }

    /** @throws RetryableFailure if the table does not answer */
    public void closed(ConversationId conversation, String connectionId) {
        try {
            dynamo.deleteItem(r -> r.tableName(table)
                    .key(Map.of(
                            "pk", AttributeValue.fromS(conversation.toString()),
                            "sk", AttributeValue.fromS("s#" + connectionId))));
        } catch (SdkException e) {
            throw new RetryableFailure("A closed socket cannot be forgotten", Duration.ZERO, e);
        }
    }

    /** The connections to push to; half a read unit. */
    public List<String> of(ConversationId conversation) {
        try {
            return dynamo
                    .query(r -> r.tableName(table)
                            .keyConditionExpression("pk = :c AND begins_with(sk, :s)")
                            .expressionAttributeValues(Map.of(
                                    ":c", AttributeValue.fromS(conversation.toString()),
                                    ":s", AttributeValue.fromS("s#"))))
                    .items()
                    .stream()
                    .map(item -> new Row(item).text("sk").substring(2))
                    .toList();
        } catch (SdkException e) {
            throw new RetryableFailure("The open sockets cannot be read", Duration.ZERO, e);
        }
    }
}
