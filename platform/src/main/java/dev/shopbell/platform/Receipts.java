package dev.shopbell.platform;

import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.ReplyId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * What became of each reply. Two facts, two small items beside the turn, since two functions write them: the provider's
 * answer to our request (dialogue, {@code …#a}) and what the platform says later (webhook, {@code …#s}), which moves
 * forward only.
 */
public final class Receipts {

    private final DynamoDbClient dynamo;
    private final String table;
    private final Duration retention;

    public Receipts(DynamoDbClient dynamo, String table, Duration retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
    }

    /**
     * Notes that the provider took the reply. One write unit.
     *
     * @param providerId the provider's id of it; empty if it gave none
     * @param receivedAt when the mail came in that it answers: response times are counted from both
     * @throws RetryableFailure if the table does not answer
     */
    public void accepted(ReplyId reply, String providerId, Instant receivedAt, Instant at) {
        var item = key(reply, "#a");
        item.put("v", AttributeValue.fromN("1"));
        item.put("st", AttributeValue.fromS(DeliveryStatus.ACCEPTED.name()));
        item.put("rx", AttributeValue.fromN(Long.toString(receivedAt.toEpochMilli())));
        put(reply, item, providerId, at);
    }

    /**
     * Notes that the provider refused the reply for good.
     *
     * @param code the platform's error code
     * @throws RetryableFailure if the table does not answer
     */
    public void refused(ReplyId reply, String code, Instant at) {
        var item = key(reply, "#a");
        item.put("v", AttributeValue.fromN("1"));
        item.put("st", AttributeValue.fromS(DeliveryStatus.FAILED.name()));
        item.put("err", AttributeValue.fromS(code));
        put(reply, item, "", at);
    }

    private void put(ReplyId reply, Map<String, AttributeValue> item, String providerId, Instant at) {
        if (!providerId.isEmpty()) {
            item.put("pid", AttributeValue.fromS(providerId));
        }
        item.put("at", AttributeValue.fromN(Long.toString(at.toEpochMilli())));
        item.put("ttl", AttributeValue.fromN(Long.toString(at.plus(retention).getEpochSecond())));
        try {
            dynamo.putItem(r -> r.tableName(table).item(item));
        } catch (SdkException e) {
            throw new RetryableFailure("The receipt of turn " + reply.turn() + " cannot be written", Duration.ZERO, e);
        }
    }

    /**
     * Writes down the platform's word, unless something later is known already.
     *
     * @return whether it was news
     * @throws RetryableFailure if the table does not answer
     */
    public boolean report(DeliveryReport report) {
        var values = new HashMap<String, AttributeValue>();
        values.put(":st", AttributeValue.fromS(report.status().name()));
        values.put(
                ":rank", AttributeValue.fromN(Integer.toString(report.status().rank())));
        values.put(":at", AttributeValue.fromN(Long.toString(report.at().toEpochMilli())));
        values.put(
                ":ttl",
                AttributeValue.fromN(Long.toString(report.at().plus(retention).getEpochSecond())));
        values.put(":err", AttributeValue.fromS(report.errorCode().isEmpty() ? "-" : report.errorCode()));
        try {
            dynamo.updateItem(r -> r.tableName(table)
                    .key(key(report.reply(), "#s"))
                    .updateExpression("SET st = :st, #rank = :rank, #at = :at, #ttl = :ttl, err = :err")
                    // FAILED ranks highest, so it stays; everything else gives way to what is further on.
                    .conditionExpression("attribute_not_exists(#rank) OR #rank < :rank")
                    .expressionAttributeNames(Map.of("#rank", "rank", "#at", "at", "#ttl", "ttl"))
                    .expressionAttributeValues(values));
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        } catch (SdkException e) {
            throw new RetryableFailure("A delivery status cannot be written", Duration.ZERO, e);
        }
    }

    /**
     * Whether anything is known of the reply: the provider's answer or the platform's later word. Asked only when a
     * message comes a second time.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public boolean known(ReplyId reply) {
        try {
            return dynamo.query(r -> r.tableName(table)
                                    .keyConditionExpression("pk = :c AND begins_with(sk, :r)")
                                    .expressionAttributeValues(Map.of(
                                            ":c",
                                            AttributeValue.fromS(
                                                    reply.conversation().toString()),
                                            ":r",
                                            AttributeValue.fromS(sortKey(reply) + "#")))
                                    .consistentRead(true))
                            .count()
                    > 0;
        } catch (SdkException e) {
            throw new RetryableFailure("The receipts cannot be read", Duration.ZERO, e);
        }
    }

    private static Map<String, AttributeValue> key(ReplyId reply, String kind) {
        var key = new HashMap<String, AttributeValue>();
        key.put("pk", AttributeValue.fromS(reply.conversation().toString()));
        key.put("sk", AttributeValue.fromS(sortKey(reply) + kind));
        return key;
    }

    private static String sortKey(ReplyId reply) {
        return String.format(Locale.ROOT, "r#%010d#%d", reply.turn(), reply.index());
    }
}
