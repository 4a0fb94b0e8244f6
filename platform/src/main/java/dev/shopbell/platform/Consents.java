package dev.shopbell.platform;

import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.Wish;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;

/**
 * Who wants no messages, with the proof: which message said so, on which channel, when, in which words. What holds now is one
 * item; every word that changed it is another. They are kept without an end: a wish not to be written to does not expire.
 */
public final class Consents {

    private static final String NOW = "now";

    private final DynamoDbClient dynamo;
    private final String table;

    public Consents(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /**
     * Whether that address wants no messages. Where it is known under several keys, the latest wish counts.
     *
     * @param addresses the spellings of a {@code dev.shopbell.channels.road.Address}; each is one read
     * @param consistent for one read unit a key; else half a unit buys what held about a second ago
     * @throws RetryableFailure if the table does not answer: then nothing may be sent
     */
    public boolean isOptedOut(List<String> addresses, boolean consistent) {
        try {
            return addresses.stream()
                    .map(address -> dynamo.getItem(
                            r -> r.tableName(table).key(key(address, NOW)).consistentRead(consistent)))
                    .filter(GetItemResponse::hasItem)
                    .map(answer -> new Row(answer.item()))
                    .max(Comparator.comparingLong(row -> row.number("at")))
                    .filter(row -> row.text("st").equals(Wish.STOP.name()))
                    .isPresent();
        } catch (SdkException e) {
            throw new RetryableFailure("Whether the customer wants messages cannot be read", Duration.ZERO, e);
        }
    }

    /**
     * Writes a wish down, first the proof, then what holds now, unless a later wish is known already. Writing it again changes
     * nothing.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public void keep(String address, Wish wish, Mail.CustomerSaid proof) {
        var at = proof.receivedAt().toEpochMilli(); // our own clock: platforms differ in theirs
        var item = new HashMap<String, AttributeValue>();
        item.put("st", AttributeValue.fromS(wish.name()));
        item.put("at", AttributeValue.fromN(Long.toString(at)));
        item.put("sentAt", AttributeValue.fromS(proof.sentAt().toString()));
        item.put("from", AttributeValue.fromS(proof.conversation().toString()));
        item.put("id", AttributeValue.fromS(proof.id().value()));
        item.put("words", AttributeValue.fromS(proof.message().words()));
        try {
            put(address, "at#" + proof.receivedAt() + "#" + proof.id().value(), item, "attribute_not_exists(pk)");
            put(address, NOW, item, "attribute_not_exists(pk) OR #at <= :at");
        } catch (SdkException e) {
            throw new RetryableFailure("Whether the customer wants messages cannot be written", Duration.ZERO, e);
        }
    }

    private void put(String address, String sortKey, Map<String, AttributeValue> item, String condition) {
        var whole = new HashMap<>(item);
        whole.putAll(key(address, sortKey));
        try {
            dynamo.putItem(r -> {
                r.tableName(table).item(whole).conditionExpression(condition);
                if (condition.contains(":at")) {
                    r.expressionAttributeNames(Map.of("#at", "at"))
                            .expressionAttributeValues(
                                    Map.of(":at", item.getOrDefault("at", AttributeValue.fromN("0"))));
                }
            });
        } catch (ConditionalCheckFailedException known) {
            // It is there, or something later is.
        }
    }

    private static Map<String, AttributeValue> key(String address, String sortKey) {
        return Map.of("pk", AttributeValue.fromS("consent#" + address), "sk", AttributeValue.fromS(sortKey));
    }
}
