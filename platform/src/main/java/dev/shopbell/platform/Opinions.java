package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Opinions on their way to the counters: items of the conversations table that are read from its stream, and are of no use
 * afterwards. One write unit each, and written only where a second engine is switched on.
 *
 * <p>{@code v} version, {@code part}, {@code eng} engine, {@code own} and {@code oth} intents, {@code err} trouble, {@code ms},
 * {@code bad} (1), {@code when} (epoch ms), {@code ttl} (epoch s); what is empty is left out.
 */
public final class Opinions {

    private static final int VERSION = 1;
    private static final String PREFIX = "o#";

    /** The stream has them for a day; nobody reads them from the table. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final String table;

    public Opinions(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Keeps an opinion, unless there is one of that turn and part: an invocation that is delivered twice counts once.
     *
     * @throws RetryableFailure if the table does not answer; keeping it again is safe
     */
    public void keep(Opinion opinion) {
        try {
            dynamo.putItem(
                    r -> r.tableName(table).item(write(opinion)).conditionExpression("attribute_not_exists(pk)"));
        } catch (ConditionalCheckFailedException keptBefore) {
            // Said and counted already.
        } catch (SdkException e) {
            throw new RetryableFailure("A second engine's opinion cannot be written", Duration.ZERO, e);
        }
    }

    static Map<String, AttributeValue> write(Opinion opinion) {
        var item = new HashMap<String, AttributeValue>();
        item.put("pk", AttributeValue.fromS(opinion.conversation().toString()));
        item.put(
                "sk",
                AttributeValue.fromS(String.format(Locale.ROOT, "%s%010d#%s", PREFIX, opinion.turn(), opinion.part())));
        item.put("v", number(VERSION));
        item.put("part", AttributeValue.fromS(opinion.part().name()));
        item.put("when", number(opinion.at().toEpochMilli()));
        item.put("ttl", number(opinion.at().plus(KEPT).getEpochSecond()));
        putText(item, "eng", opinion.engine());
        putText(item, "own", opinion.own());
        putText(item, "oth", opinion.other());
        putText(item, "err", opinion.trouble());
        if (opinion.millis() > 0) {
            item.put("ms", number(opinion.millis()));
        }
        if (opinion.bad()) {
            item.put("bad", number(1));
        }
        return item;
    }

    /**
     * Reads an opinion from the table's stream.
     *
     * @return empty if the image is of something else (a turn, a receipt)
     */
    public static Optional<Opinion> fromStream(Map<String, AttributeValue> image) {
        var row = new Row(image);
        var key = row.text("sk");
        if (!key.startsWith(PREFIX) || row.number("v") != VERSION) {
            return Optional.empty();
        }
        return Optional.of(new Opinion(
                ConversationId.parse(row.text("pk")),
                Long.parseLong(key.substring(PREFIX.length(), key.lastIndexOf('#'))),
                Opinion.Part.valueOf(row.text("part")),
                row.text("eng"),
                row.text("own"),
                row.text("oth"),
                row.text("err"),
                row.number("ms"),
                row.number("bad") > 0,
                Instant.ofEpochMilli(row.number("when"))));
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static void putText(Map<String, AttributeValue> item, String name, String value) {
        if (!value.isEmpty()) {
            item.put(name, AttributeValue.fromS(value));
        }
    }
}
