package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
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

    private static final String NOT_SENT = "NOT_SENT";
    private static final String SENDING = "SENDING";

    private final DynamoDbClient dynamo;
    private final String table;
    private final Duration retention;
    private final Watermarks watermarks;

    /** The rank that each reply's receipt is known to have. */
    private final Furthest<ReplyId> ranks = new Furthest<>();

    public Receipts(DynamoDbClient dynamo, String table, Duration retention) {
        this.dynamo = dynamo;
        this.table = table;
        this.retention = retention;
        watermarks = new Watermarks(dynamo, table, retention);
    }

    /**
     * Notes that the provider took the reply. One write unit.
     *
     * @param providerId the provider's id of it; empty if it gave none
     * @param turn the turn it belongs to; its intent and time of receipt go along, since response times are counted from
     *     this item
     * @param begun when it was sent: a watermark of later is about it too. The provider's own time of it lies between the two
     * @throws RetryableFailure if the table does not answer
     */
    public void accepted(Turn turn, ReplyId reply, String providerId, Instant begun, Instant at) {
        var item = key(reply, "#a");
        item.put(
                "ms",
                AttributeValue.fromN(Long.toString(Duration.between(begun, at).toMillis())));
        item.put("v", AttributeValue.fromN("1"));
        item.put("st", AttributeValue.fromS(DeliveryStatus.ACCEPTED.name()));
        item.put("rx", AttributeValue.fromN(Long.toString(turn.receivedAt().toEpochMilli())));
        item.put("out", AttributeValue.fromS(turn.outcome().name()));
        if (!turn.intent().isEmpty()) {
            item.put("int", AttributeValue.fromS(turn.intent()));
        }
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

    /**
     * Notes that the provider refused the reply for now, so that the next try need not wait for the platform's word.
     *
     * @param parts how many of its parts are through
     * @throws RetryableFailure if the table does not answer
     */
    public void notSent(ReplyId reply, int parts, String code, Instant at) {
        var item = underWay(reply, NOT_SENT, parts);
        item.put("err", AttributeValue.fromS(code));
        put(reply, item, "", at);
    }

    /**
     * Notes that the reply, or what is missing of it, is about to be sent: should this process die now, its fate is open since
     * then.
     *
     * @param parts how many of its parts are through
     * @throws RetryableFailure if the table does not answer
     */
    public void sending(ReplyId reply, int parts, Instant at) {
        put(reply, underWay(reply, SENDING, parts), "", at);
    }

    private static Map<String, AttributeValue> underWay(ReplyId reply, String state, int parts) {
        var item = key(reply, "#a");
        item.put("st", AttributeValue.fromS(state));
        if (parts > 0) {
            item.put("parts", AttributeValue.fromN(Integer.toString(parts)));
        }
        return item;
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
     * Writes down the platform's word, unless something later is known already. Nothing is asked or written if this process knows it.
     *
     * @return whether it was news
     * @throws RetryableFailure if the table does not answer
     */
    public boolean report(DeliveryReport report) {
        if (ranks.isPast(report.reply(), report.status().rank())) {
            return false;
        }
        if (report.status().rank() <= DeliveryStatus.SENT.rank() && isAccepted(report.reply())) {
            ranks.reached(report.reply(), DeliveryStatus.SENT.rank());
            return false; // the provider's own answer said as much: half a read unit saves a write unit
        }
        var isNews = write(report);
        ranks.reached(report.reply(), report.status().rank());
        return isNews;
    }

    private boolean write(DeliveryReport report) {
        var failed = report.status() == DeliveryStatus.FAILED;
        var values = new HashMap<String, AttributeValue>();
        if (failed) {
            values.put(":v", AttributeValue.fromN("1"));
        }
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
                    .updateExpression("SET st = :st, #rank = :rank, #at = :at, #ttl = :ttl, err = :err"
                            + (failed ? ", v = :v" : "")) // marked for the stream: failures are counted
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
     * Writes down that all replies of a conversation up to then were delivered or read, unless that is known already. One write unit.
     *
     * @param status {@link DeliveryStatus#DELIVERED} or {@link DeliveryStatus#READ}
     * @return whether it was news
     * @throws RetryableFailure if the table does not answer
     */
    public boolean reached(ConversationId conversation, DeliveryStatus status, Instant until) {
        return watermarks.rise(conversation, status, until);
    }

    /**
     * How far the replies of some turns came, as far as anything is known.
     *
     * @param from the first turn's number
     * @param to the last turn's
     * @throws RetryableFailure if the table does not answer
     */
    public Map<ReplyId, Receipt> between(ConversationId conversation, long from, long to) {
        return between(conversation, from, to, false);
    }

    /**
     * How far the replies of a turn came, for all that was written until now.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public Map<ReplyId, Receipt> ofTurn(Turn turn) {
        return between(turn.conversation(), turn.number(), turn.number(), true);
    }

    private Map<ReplyId, Receipt> between(ConversationId conversation, long from, long to, boolean consistent) {
        var receipts = new HashMap<ReplyId, Receipt>();
        try {
            dynamo.queryPaginator(r -> r.tableName(table)
                            .consistentRead(consistent)
                            .keyConditionExpression("pk = :c AND sk BETWEEN :from AND :to")
                            .expressionAttributeValues(Map.of(
                                    ":c", AttributeValue.fromS(conversation.toString()),
                                    ":from", AttributeValue.fromS(String.format(Locale.ROOT, "r#%010d#", from)),
                                    ":to", AttributeValue.fromS(String.format(Locale.ROOT, "r#%010d#~", to)))))
                    .items()
                    .forEach(item -> Receipt.read(conversation, new Row(item))
                            .ifPresent(r -> receipts.merge(r.reply(), r, Receipt::furtherOf)));
        } catch (SdkException e) {
            throw new RetryableFailure("The receipts cannot be read", Duration.ZERO, e);
        }
        if (receipts.values().stream().anyMatch(Receipt::mayHaveComeFurther)) {
            var marks = watermarks.of(conversation);
            receipts.replaceAll((id, receipt) -> receipt.at(marks));
        }
        return receipts;
    }

    private boolean isAccepted(ReplyId reply) {
        return items(reply, false).stream()
                .anyMatch(item -> new Row(item).text("st").equals(DeliveryStatus.ACCEPTED.name()));
    }

    /**
     * How far a reply came. Asked only when a message comes a second time.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public Progress progress(ReplyId reply) {
        var items = items(reply, true);
        if (items.isEmpty()) {
            return new Progress.Unheard();
        }
        var row = new Row(items.getFirst());
        return items.size() > 1
                ? new Progress.Settled()
                : switch (row.text("st")) {
                    case NOT_SENT -> new Progress.NotSent((int) row.number("parts"));
                    case SENDING ->
                        new Progress.Sending(Instant.ofEpochMilli(row.number("at")), (int) row.number("parts"));
                    default -> new Progress.Settled();
                };
    }

    private List<Map<String, AttributeValue>> items(ReplyId reply, boolean consistent) {
        try {
            return dynamo.query(r -> r.tableName(table)
                            .keyConditionExpression("pk = :c AND begins_with(sk, :r)")
                            .expressionAttributeValues(Map.of(
                                    ":c",
                                    AttributeValue.fromS(reply.conversation().toString()),
                                    ":r",
                                    AttributeValue.fromS(sortKey(reply) + "#")))
                            .consistentRead(consistent))
                    .items();
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
