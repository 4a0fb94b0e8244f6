package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.Opinion.Part;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An opinion on its way through the table's stream. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptOpinionTest {

    private static final Opinion OPINION = new Opinion(
            ConversationId.parse("whatsapp:100:34600"),
            12,
            Part.TRIAL,
            "lex:B/A",
            "prices",
            "payment",
            "",
            230,
            true,
            Instant.parse("2026-11-22T09:31:00Z"));

    /** Golden: what is written today must be read tomorrow. */
    private static final Map<String, AttributeValue> ITEM = Map.ofEntries(
            Map.entry("pk", AttributeValue.fromS("whatsapp:100:34600")),
            Map.entry("sk", AttributeValue.fromS("o#0000000012#TRIAL")),
            Map.entry("v", AttributeValue.fromN("1")),
            Map.entry("part", AttributeValue.fromS("TRIAL")),
            Map.entry("eng", AttributeValue.fromS("lex:B/A")),
            Map.entry("own", AttributeValue.fromS("prices")),
            Map.entry("oth", AttributeValue.fromS("payment")),
            Map.entry("ms", AttributeValue.fromN("230")),
            Map.entry("bad", AttributeValue.fromN("1")),
            Map.entry("when", AttributeValue.fromN("1795339860000")),
            Map.entry("ttl", AttributeValue.fromN("1795426260")));

    @Test
    void is_written_as_ever_and_read_back() {
        assertThat(Opinions.write(OPINION)).isEqualTo(ITEM);
        assertThat(Opinions.fromStream(ITEM)).contains(OPINION);
    }

    @Test
    void is_not_taken_for_a_turn_nor_a_turn_for_it() {
        assertThat(TurnTable.fromStream(ITEM)).isEmpty();
        assertThat(Opinions.fromStream(
                        Map.of("pk", AttributeValue.fromS("web:a:b"), "sk", AttributeValue.fromS("t#1"))))
                .isEmpty();
    }
}
