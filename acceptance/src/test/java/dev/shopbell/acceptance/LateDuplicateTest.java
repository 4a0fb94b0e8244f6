package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.running.Bot;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/**
 * A provider repeats a delivery after SQS' five minutes of deduplication are over. Rather than wait for them, the mail is
 * put into the queue a second time, under another deduplication id.
 */
@DisplayNameGeneration(ReplaceUnderscores.class)
class LateDuplicateTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PERSON = "34600840100";

    private final OutsideProvider provider = CommonShop.provider();
    private final RunningShop shop = CommonShop.shop();

    @Test
    void is_not_answered_again() throws Exception {
        shop.deliver("whatsapp", PERSON, "wamid.late1", "What are your prices?");
        await(1);
        shop.deliver("whatsapp", PERSON, "wamid.late2", "Do you deliver?");
        await(2);

        put(mail("wamid.late1", "What are your prices?"), "later-1");
        put(mail("wamid.late2", "Do you deliver?"), "later-2");
        // The same way in, but a message that is new: by its answer all before it has been looked at.
        put(mail("wamid.late3", "Where is order 1042?"), "later-3");

        await(3);
        assertThat(provider.textsTo(PERSON)).hasSize(3).last().asString().contains("out for delivery");
    }

    private void await(int replies) {
        Await.until(replies + " replies", SOON, () -> provider.sentTo(PERSON).size() >= replies, () -> provider.textsTo(
                        PERSON)
                .toString());
    }

    /** Mail in the format that the recorded event of the dialogue function has. */
    private static String mail(String id, String text) throws IOException {
        var event = JSON.readTree(Bot.home()
                .resolve(Path.of("events", "dialogue", "customer-said.json"))
                .toFile());
        var mail = (ObjectNode)
                JSON.readTree(event.path("Records").path(0).path("body").asText());
        return mail.put("id", "whatsapp:" + id)
                .put("conversation", "whatsapp:" + Deliveries.PHONE_ID + ":" + PERSON)
                .put("text", text)
                .toString();
    }

    private void put(String mail, String deduplicationId) {
        var request = JSON.createObjectNode()
                .put(
                        "QueueUrl",
                        "/000000000000/"
                                + shop.queue("inbound.fifo").path("name").asText())
                .put("MessageBody", mail)
                .put("MessageGroupId", PERSON)
                .put("MessageDeduplicationId", deduplicationId);
        var answer = shop.deliveries()
                .send(HttpRequest.newBuilder(shop.endpoint("sqs"))
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", "AmazonSQS.SendMessage")
                        .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                        .build());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
