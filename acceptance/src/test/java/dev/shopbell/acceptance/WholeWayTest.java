package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a customer, a provider and an agent see on good days and on bad ones. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class WholeWayTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static final OutsideProvider provider = CommonShop.provider();
    private static final RunningShop shop = CommonShop.shop();

    private static Deliveries providerSays() {
        return shop.deliveries();
    }

    private static void awaitTexts(String to, int count) {
        Await.until(
                count + " replies to " + to, SOON, () -> provider.sentTo(to).size() >= count, () -> provider.sentTo(to)
                        .toString());
    }

    @ParameterizedTest
    @CsvSource({"messenger,7001", "whatsapp,34600700100", "sms,+34600700100"})
    void a_signed_delivery_gets_exactly_one_right_reply_in_the_platforms_own_format(String channel, String from) {
        assertThat(providerSays().say(channel, from, channel + "-hours", "When are you open on Sunday?"))
                .isEqualTo(200);

        awaitTexts(from, 1);
        assertThat(provider.sentTo(from)).hasSize(1).first().satisfies(sent -> {
            assertThat(sent.channel()).isEqualTo(channel);
            assertThat(sent.text()).contains("7:00");
            assertThat(sent.tag()).contains(from);
        });
    }

    @ParameterizedTest
    @CsvSource({"messenger,7002", "whatsapp,34600700200", "sms,+34600700200"})
    void the_same_delivery_ten_times_is_answered_once(String channel, String from) {
        for (int i = 0; i < 10; i++) {
            assertThat(providerSays().say(channel, from, channel + "-same", "What are your prices?"))
                    .isEqualTo(200);
        }
        providerSays().say(channel, from, channel + "-next", "Do you deliver?");

        awaitTexts(from, 2);
        assertThat(provider.textsTo(from).get(0)).contains("1.60");
        assertThat(provider.textsTo(from).get(1)).contains("8 km");
        assertThat(provider.sentTo(from)).hasSize(2);
    }

    @Test
    void a_wrong_signature_or_none_is_refused_and_nothing_is_kept() {
        var body = Deliveries.whatsApp("34600700300", "wamid.forged", "hello").getBytes(StandardCharsets.UTF_8);
        var json = "application/json";

        assertThat(providerSays().meta("/webhooks/whatsapp", body, "another secret"))
                .isEqualTo(403);
        assertThat(providerSays().post("/webhooks/whatsapp", body, json, "X-None", "x"))
                .isEqualTo(403);
        assertThat(providerSays().post("/webhooks/messenger", body, json, "X-Hub-Signature-256", "sha256=00"))
                .isEqualTo(403);
        assertThat(providerSays().twilio("/webhooks/twilio", Deliveries.sms("+34600700300", "SMf", "hello"), "wrong"))
                .isEqualTo(403);
        assertThat(provider.sentTo("34600700300")).isEmpty();
    }

    @Test
    void the_handshake_wants_the_right_token() {
        var ask = "/webhooks/messenger?hub.mode=subscribe&hub.challenge=4711&hub.verify_token=";

        assertThat(shop.statusOfGet(ask + Deliveries.VERIFY_TOKEN)).isEqualTo(200);
        assertThat(shop.statusOfGet(ask + "guessed")).isEqualTo(403);
        assertThat(shop.statusOfGet("/webhooks/whatsapp?hub.mode=subscribe&hub.challenge=1"))
                .isEqualTo(403);
    }

    @Test
    void a_status_or_an_echo_is_not_answered() {
        providerSays().say("whatsapp", "34600700400", "wamid.status", "What are your prices?");
        awaitTexts("34600700400", 1);

        for (int i = 0; i < 3; i++) {
            assertThat(providerSays()
                            .sayDelivered(provider.sentTo("34600700400").getFirst()))
                    .isEqualTo(200);
        }
        providerSays().say("whatsapp", "34600700400", "wamid.status2", "Do you deliver?");

        awaitTexts("34600700400", 2);
        assertThat(provider.sentTo("34600700400")).hasSize(2);
    }

    @Test
    void a_choice_is_numbered_text_where_there_are_no_buttons_and_the_number_is_understood() {
        providerSays().say("sms", "+34600700500", "SMnum1", "When are you open?");
        awaitTexts("+34600700500", 1);
        assertThat(provider.textsTo("+34600700500").getFirst()).contains("1.", "2. Prices");

        providerSays().say("sms", "+34600700500", "SMnum2", "2");

        awaitTexts("+34600700500", 2);
        assertThat(provider.textsTo("+34600700500").get(1)).contains("1.60");
    }

    @Test
    void a_provider_that_refuses_for_now_gets_it_again_and_the_order_is_kept() {
        provider.answer(OutsideProvider.Answer.TOO_MANY, 2);
        providerSays().say("whatsapp", "34600700600", "wamid.r1", "What are your prices?");
        providerSays().say("whatsapp", "34600700600", "wamid.r2", "Do you deliver?");

        awaitTexts("34600700600", 2);
        assertThat(provider.textsTo("34600700600")).hasSize(2);
        assertThat(provider.textsTo("34600700600").get(0)).contains("1.60");
        assertThat(provider.textsTo("34600700600").get(1)).contains("8 km");
    }

    @Test
    void a_mailbox_that_refuses_makes_the_provider_deliver_again() {
        refuseEvery("sqs", "SendMessageBatch", 503);

        assertThat(providerSays().say("sms", "+34600700700", "SMretry", "What are your prices?"))
                .isBetween(500, 599);
        shop.delete("/_local/faults");
        assertThat(providerSays().say("sms", "+34600700700", "SMretry", "What are your prices?"))
                .isEqualTo(200);

        awaitTexts("+34600700700", 1);
        assertThat(provider.sentTo("+34600700700")).hasSize(1);
    }

    @Test
    void a_table_that_refuses_delays_the_answer_and_loses_nothing() {
        shop.statusOfPost(
                "/_local/faults", "{\"service\":\"dynamodb\",\"operation\":\"PutItem\",\"status\":500,\"count\":4}");
        providerSays().say("sms", "+34600700800", "SMtable", "What are your prices?");

        awaitTexts("+34600700800", 1);
        assertThat(provider.sentTo("+34600700800")).hasSize(1);
    }

    @Test
    void a_status_that_cannot_be_kept_is_delivered_again() {
        providerSays().say("sms", "+34600701000", "SMstatus", "What are your prices?");
        awaitTexts("+34600701000", 1);
        var sent = provider.sentTo("+34600701000").getFirst();
        refuseEvery("dynamodb", "UpdateItem", 500);

        assertThat(providerSays().sayDelivered(sent)).isBetween(500, 599);
        shop.delete("/_local/faults");
        assertThat(providerSays().sayDelivered(sent)).isEqualTo(200);
    }

    /** Until the order is taken back: a counted one could be used up by another function's calls. */
    private static void refuseEvery(String service, String operation, int status) {
        shop.statusOfPost(
                "/_local/faults",
                "{\"service\":\"%s\",\"operation\":\"%s\",\"status\":%d,\"count\":%d}"
                        .formatted(service, operation, status, Integer.MAX_VALUE));
    }

    @Test
    void a_visitor_speaks_and_reads_on_by_the_cursor() {
        var session = shop.post("/web/sessions", "{}");
        var bearer = "Bearer " + session.path("token").asText();
        assertThat(session.path("conversationId").asText()).startsWith("web:");

        assertThat(shop.statusOfPost(
                        "/web/messages", "{\"text\":\"Where is order 1042?\",\"id\":\"m1\"}", "Authorization", bearer))
                .isEqualTo(202);
        assertThat(shop.statusOfPost(
                        "/web/messages", "{\"text\":\"Where is order 1042?\",\"id\":\"m1\"}", "Authorization", bearer))
                .isEqualTo(202);

        Await.until(
                "the reply",
                SOON,
                () -> shop.get("/web/messages", "Authorization", bearer)
                                .path("messages")
                                .size()
                        >= 2);
        var heard = shop.get("/web/messages", "Authorization", bearer);
        assertThat(heard.path("messages")).hasSize(2);
        assertThat(heard.path("messages").path(0).path("from").asText()).isEqualTo("customer");
        assertThat(heard.path("messages").path(1).path("text").asText()).contains("out for delivery");
        assertThat(shop.get("/web/messages?after=" + heard.path("cursor").asText(), "Authorization", bearer)
                        .path("messages"))
                .isEmpty();
        assertThat(shop.statusOfPost("/web/messages", "{\"text\":\"x\"}", "Authorization", bearer + "x"))
                .isBetween(401, 403);
    }

    @Test
    void a_person_answers_on_the_customers_channel_and_hands_back() {
        var from = "+34600700900";
        var agent = "Bearer " + shop.agentToken();
        providerSays().say("sms", from, "SMp1", "I want to talk to a person");
        awaitTexts(from, 1);
        Await.until("the ticket", SOON, () -> !ticketOf(from, agent).isEmpty());
        var ticket = "/desk/api/tickets/" + ticketOf(from, agent);

        providerSays().say("sms", from, "SMp2", "What are your prices?");
        Await.until("it reaches the ticket", SOON, () -> shop.get(ticket, "Authorization", agent)
                .toString()
                .contains("your prices"));
        assertThat(shop.statusOfPost(ticket + "/replies", "{\"text\":\"Hello, this is Eva.\"}", "Authorization", agent))
                .isEqualTo(202);
        awaitTexts(from, 2);
        assertThat(provider.textsTo(from).get(1)).isEqualTo("Hello, this is Eva.");

        assertThat(shop.statusOfPost(ticket + "/resolve", "", "Authorization", agent))
                .isEqualTo(202);
        awaitTexts(from, 3);
        providerSays().say("sms", from, "SMp3", "5");
        Await.until(
                "the rating",
                SOON,
                () -> shop.get(ticket, "Authorization", agent).path("rating").asInt() == 5);
        providerSays().say("sms", from, "SMp4", "What are your prices?");
        awaitTexts(from, 5);
        assertThat(provider.textsTo(from).get(4)).contains("1.60");
    }

    private static String ticketOf(String from, String agent) {
        for (var ticket : shop.get("/desk/api/tickets", "Authorization", agent).path("tickets")) {
            if (ticket.path("conversationId").asText().endsWith(from)) {
                return ticket.path("id").asText();
            }
        }
        return "";
    }

    @Test
    void the_desk_is_closed_to_strangers() {
        assertThat(shop.statusOfGet("/desk/api/tickets")).isEqualTo(401);
        assertThat(shop.statusOfPost(
                        "/desk/api/tickets/T-1/replies", "{}", "Authorization", "Bearer eyJhbGciOiJub25lIn0.e30."))
                .isEqualTo(401);
    }

    @Test
    void it_is_healthy() {
        assertThat(shop.statusOfGet("/health")).isEqualTo(200);
        assertThat(shop.statusOfGet("/nothing-of-ours")).isEqualTo(404);
    }
}
