package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Messenger tells up to when a person has read everything, and not which message. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WatermarkTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PERSON = "7301";

    private static final OutsideProvider provider = CommonShop.provider();
    private static final RunningShop shop = CommonShop.shop();

    private final String agent = "Bearer " + shop.agentToken();

    @Test
    void the_agent_sees_what_the_customer_has_read() {
        shop.deliver("messenger", PERSON, "mw-1", "I want to talk to a person");
        answers(1);
        Await.until("the ticket", SOON, () -> !ticket().isEmpty());
        shop.post(ticket() + "/replies", "{\"text\":\"Hello, this is Eva.\"}", "Authorization", agent);
        answers(2);
        Await.until("both are accepted", SOON, () -> statuses().equals(List.of("accepted", "accepted")));

        var between = System.currentTimeMillis();
        word("delivery", between);
        assertThat(statuses()).containsExactly("delivered", "delivered");
        word("read", between);
        assertThat(statuses()).containsExactly("read", "read");

        shop.post(ticket() + "/replies", "{\"text\":\"Are you there?\"}", "Authorization", agent);
        answers(3);
        word("delivery", between - 60_000);
        Await.until("it is accepted", SOON, () -> statuses().equals(List.of("read", "read", "accepted")));
    }

    private static void word(String kind, long watermark) {
        var event = """
                {"object":"page","entry":[{"id":"%s","time":%d,"messaging":[{"sender":{"id":"%s"},\
                "recipient":{"id":"%s"},"timestamp":%d,"%s":{"watermark":%d}}]}]}""".formatted(Deliveries.PAGE, watermark, PERSON, Deliveries.PAGE, watermark, kind, watermark);
        assertThat(shop.deliveries().meta("/webhooks/messenger", event)).isEqualTo(200);
    }

    private List<String> statuses() {
        return shop.get(ticket(), "Authorization", agent).path("transcript").findValuesAsText("status");
    }

    private String ticket() {
        for (JsonNode each :
                shop.get("/desk/api/tickets", "Authorization", agent).path("tickets")) {
            if (each.path("conversationId").asText().endsWith(":" + PERSON)) {
                return "/desk/api/tickets/" + each.path("id").asText();
            }
        }
        return "";
    }

    private static void answers(int count) {
        Await.until(count + " replies", SOON, () -> provider.sentTo(PERSON).size() >= count);
    }
}
