package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Up to when a person has everything, where a platform says it of the conversation and not of each reply. One small item for both
 * words, {@code w#}, each of which moves forward only: a watermark costs one write unit, however many replies it is about. Who wants to
 * know how far a reply came compares.
 */
final class Watermarks {

    private final DynamoDbClient dynamo;
    private final String table;
    private final Duration retention;

    /** Up to when a mark is known to stand, epoch milliseconds. */
    private final Furthest<Mark> known = new Furthest<>();

    private record Mark(ConversationId conversation, DeliveryStatus status) {}

    Watermarks(DynamoDbClient dynamo, String table, Duration retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /** @return whether it was news; what was read was delivered, too */
    boolean rise(ConversationId conversation, DeliveryStatus status, Instant until) {
        if (known.isPast(new Mark(conversation, status), until.toEpochMilli())
                || known.isPast(new Mark(conversation, DeliveryStatus.READ), until.toEpochMilli())) {
            return false;
        }
        var isNews = write(conversation, status, until);
        known.reached(new Mark(conversation, status), until.toEpochMilli());
        return isNews;
    }

    private boolean write(ConversationId conversation, DeliveryStatus status, Instant until) {
        try {
            dynamo.updateItem(r -> r.tableName(table)
                    .key(key(conversation))
                    .updateExpression("SET #mark = :until, #ttl = :ttl")
                    .conditionExpression("attribute_not_exists(#mark) OR #mark < :until")
                    .expressionAttributeNames(Map.of("#mark", name(status), "#ttl", "ttl"))
                    .expressionAttributeValues(Map.of(
                            ":until",
                            AttributeValue.fromN(Long.toString(until.toEpochMilli())),
                            ":ttl",
                            AttributeValue.fromN(
                                    Long.toString(until.plus(retention).getEpochSecond())))));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        } catch (SdkException e) {
            throw new RetryableFailure("A watermark cannot be written", Duration.ZERO, e);
        }
    }

    /** Both of a conversation's marks; the beginning of time where there is none. Half a read unit. */
    Marks of(ConversationId conversation) {
        try {
            var row = new Row(dynamo.getItem(r -> r.tableName(table).key(key(conversation)))
                    .item());
            return new Marks(mark(row, DeliveryStatus.DELIVERED), mark(row, DeliveryStatus.READ));
        } catch (SdkException e) {
            throw new RetryableFailure("The watermarks cannot be read", Duration.ZERO, e);
        }
    }

    private static Instant mark(Row row, DeliveryStatus status) {
        var millis = row.number(name(status));
        return millis == 0 ? Instant.MIN : Instant.ofEpochMilli(millis);
    }

    /** Up to when everything was delivered, and read. */
    record Marks(Instant delivered, Instant read) {

        /** What they say of something that was sent then. */
        Optional<DeliveryStatus> of(Instant sentAt) {
            if (!sentAt.isAfter(read)) {
                return Optional.of(DeliveryStatus.READ);
            }
            return sentAt.isAfter(delivered) ? Optional.empty() : Optional.of(DeliveryStatus.DELIVERED);
        }
    }

    private static String name(DeliveryStatus status) {
        return switch (status) {
            case DELIVERED -> "dlv";
            case READ -> "rd";
            case ACCEPTED, SENT, FAILED ->
                throw new IllegalArgumentException("Platforms set no watermark for " + status);
        };
    }

    private static Map<String, AttributeValue> key(ConversationId conversation) {
        return Map.of("pk", AttributeValue.fromS(conversation.toString()), "sk", AttributeValue.fromS("w#"));
    }
}
