package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * Codes that prove that two conversations are one person's: given out in a conversation whose customer the shop has signed for,
 * shown in another. Each is good for {@link #LIFE} and for one conversation. Thirty letters to the power of eight: of a hundred
 * codes that are good at once, a guess hits one with a chance of 10<sup>-10</sup>, and costs the guesser a message.
 */
public final class LinkCodes {

    /** Time enough to pick up a phone. */
    public static final Duration LIFE = Duration.ofMinutes(15);

    /** Without letters and digits that are taken for one another. */
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static final Pattern CODE = Pattern.compile(
            "(?<![A-Z0-9])LINK-[" + ALPHABET + "]{4}-[" + ALPHABET + "]{4}(?![A-Z0-9])", Pattern.CASE_INSENSITIVE);

    /** Kept a while longer than it is good for, so that a message which comes twice finds what it found. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final DynamoDbClient dynamo;
    private final String table;
    private final SecureRandom random = new SecureRandom();

    /**
     * What a code stands for.
     *
     * @param customer the shop's own id
     * @param from the conversation in which it was given out
     */
    public record Link(String customer, String name, String language, ConversationId from) {}

    public LinkCodes(DynamoDbClient dynamo, String table) {
        this.dynamo = dynamo;
        this.table = table;
    }

    /** The code in these words, as it was given out; empty if there is none. */
    public static Optional<String> in(String words) {
        return Optional.of(CODE.matcher(words)).filter(Matcher::find).map(found -> found.group()
                .toUpperCase(Locale.ROOT));
    }

    /**
     * A new code. One write unit.
     *
     * @throws RetryableFailure if the table does not answer
     */
    public String give(Link link, Instant now) {
        var letters = new StringBuilder("LINK-");
        for (var index = 0; index < 8; index++) {
            letters.append(index == 4 ? "-" : "").append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        var code = letters.toString();
        var item = new HashMap<>(key(code));
        item.put("cust", AttributeValue.fromS(link.customer()));
        item.put("name", AttributeValue.fromS(link.name()));
        item.put("lang", AttributeValue.fromS(link.language()));
        item.put("from", AttributeValue.fromS(link.from().toString()));
        item.put("exp", number(now.plus(LIFE).getEpochSecond()));
        item.put("ttl", number(now.plus(KEPT).getEpochSecond()));
        try {
            dynamo.putItem(r -> r.tableName(table).item(item).conditionExpression("attribute_not_exists(pk)"));
            return code;
        } catch (SdkException e) {
            throw new RetryableFailure("A code cannot be written", Duration.ZERO, e);
        }
    }

    /**
     * Takes a code from a conversation, which keeps it: the same conversation may show it again, any other comes too late.
     *
     * @return empty if there is no such code, it is too old, or another conversation has shown it
     * @throws RetryableFailure if the table does not answer
     */
    public Optional<Link> take(String code, ConversationId by, Instant now) {
        try {
            var answer = dynamo.getItem(r -> r.tableName(table).key(key(code)).consistentRead(true));
            if (!answer.hasItem()) {
                return Optional.empty();
            }
            var row = new Row(answer.item());
            var taken = row.text("by");
            if (taken.isEmpty() && now.getEpochSecond() < row.number("exp")) {
                dynamo.updateItem(r -> r.tableName(table)
                        .key(key(code))
                        .updateExpression("SET #by = :by")
                        .conditionExpression("attribute_not_exists(#by)")
                        .expressionAttributeNames(Map.of("#by", "by"))
                        .expressionAttributeValues(Map.of(":by", AttributeValue.fromS(by.toString()))));
            } else if (!taken.equals(by.toString())) {
                return Optional.empty();
            }
            return Optional.of(new Link(
                    row.text("cust"), row.text("name"), row.text("lang"), ConversationId.parse(row.text("from"))));
        } catch (ConditionalCheckFailedException quicker) {
            return Optional.empty();
        } catch (SdkException e) {
            throw new RetryableFailure("A code cannot be read", Duration.ZERO, e);
        }
    }

    private static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static Map<String, AttributeValue> key(String code) {
        return Map.of("pk", AttributeValue.fromS("link#" + code), "sk", AttributeValue.fromS("now"));
    }
}
