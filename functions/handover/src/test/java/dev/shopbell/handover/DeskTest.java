package dev.shopbell.handover;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.channels.SmsCost;
import dev.shopbell.channels.road.Address;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Escalation;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Wish;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.Customer;
import dev.shopbell.platform.Customers;
import dev.shopbell.platform.InMemoryTable;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Mailbox;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.TurnTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemResponse;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemResponse;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** From the recorded escalation to the agent's answer. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeskTest {

    private static final String TICKET = "/desk/api/tickets/T-7KQ2M9XA";

    private final TicketItems items = new TicketItems();
    private final List<String> mail = new ArrayList<>();
    private final Tickets tickets = new Tickets(items, "tickets");
    private final FollowConversations follow = new FollowConversations(tickets);
    private final InMemoryTable conversations = new InMemoryTable();
    private final TurnTable turns = new TurnTable(conversations, "conversations", Duration.ofDays(1));
    private final Receipts receipts = new Receipts(conversations, "conversations", Duration.ofDays(1));
    private final Customers customers = new Customers(conversations, "conversations", Duration.ofDays(1));
    private final Consents consents = new Consents(conversations, "conversations");
    private final Desk desk = new Desk(
            tickets,
            turns,
            receipts,
            new Mailbox(new Sending(), "queue"),
            new MediaLink(name -> Optional.of("dummy-web-secret")),
            new AboutCustomer(customers, consents, turns),
            Clock.systemUTC());

    @Test
    void an_escalation_opens_one_ticket_however_often_the_stream_tells_it() throws IOException {
        follow.run(event("escalation.json"));
        follow.run(event("escalation.json"));

        assertThat(items.stored).hasSize(1);
        var ticket = body(desk.handle(request("GET", TICKET, "")));
        assertThat(ticket.path("reason").asText()).isEqualTo("asked");
        assertThat(ticket.path("slots").path("order").asText()).isEqualTo("1042");
        assertThat(ticket.path("tried").path(0).asText()).isEqualTo("order_status: completed");
    }

    @Test
    void the_agent_sees_what_arrived_and_what_did_not() throws IOException {
        follow.run(event("escalation.json"));
        var conversation = tickets.find("T-7KQ2M9XA").orElseThrow().conversation();
        for (var number = 1; number <= 3; number++) {
            var turn = said(conversation, number);
            turns.save(turn);
            receipts.accepted(turn, turn.replyId(0), "", Instant.EPOCH, Instant.EPOCH);
        }
        receipts.refused(new ReplyId(conversation, 3, 0), "131047", Instant.EPOCH);

        var transcript = body(desk.handle(request("GET", TICKET, ""))).path("transcript");

        assertThat(transcript.findValuesAsText("status")).containsExactly("accepted", "accepted", "failed");
        assertThat(transcript.findValuesAsText("error")).containsExactly("131047");
    }

    @Test
    void the_agent_sees_whom_the_shop_has_verified_and_where_else_that_person_writes_from() throws IOException {
        var phone = ConversationId.parse("whatsapp:77:34600123456");
        var login = ConversationId.parse("web:shop:customer-4711");
        customers.change(
                Customer.unknown("4711"),
                known -> known.called("Ana", "es")
                        .writingFrom(login, Instant.EPOCH)
                        .writingFrom(phone, Instant.parse("2026-11-25T09:00:00Z")),
                Instant.now());
        turns.save(said(phone, 1));
        var stop = new InboundMessage.Consent(new MessageId("w"), phone, Wish.STOP, "STOP", false);
        consents.keep(
                Address.of(phone).key(), Wish.STOP, new Mail.CustomerSaid(stop, Instant.EPOCH, Instant.EPOCH, ""));
        tickets.open(said(login, 1), called("4711"));

        var customer = body(desk.handle(request("GET", TICKET, ""))).path("customer");

        assertThat(customer.path("id").asText()).isEqualTo("4711");
        assertThat(customer.path("proof").asText()).isEqualTo("login");
        assertThat(customer.path("conversations")).singleElement().satisfies(other -> {
            assertThat(other.path("conversationId").asText()).isEqualTo(phone.toString());
            assertThat(other.path("since").asText()).isEqualTo("2026-11-25T09:00:00Z");
            assertThat(other.path("wantsNoMessages").asBoolean()).isTrue();
            assertThat(other.has("lastTurnAt")).isTrue();
        });
    }

    @Test
    void a_customer_known_by_a_code_is_shown_as_that_and_a_stranger_as_nobody() throws IOException {
        tickets.open(said(ConversationId.parse("whatsapp:77:34600123456"), 1), called("4711"));
        var known = body(desk.handle(request("GET", TICKET, ""))).path("customer");
        assertThat(known.path("proof").asText()).isEqualTo("code");

        items.stored.clear();
        tickets.open(said(ConversationId.parse("whatsapp:77:34600123456"), 1), called(""));
        assertThat(body(desk.handle(request("GET", TICKET, ""))).has("customer"))
                .isFalse();
    }

    private static Escalation called(String customer) {
        return new Escalation("T-7KQ2M9XA", "asked", 2, "", "es", "Ana", customer, Map.of(), List.of());
    }

    @Test
    void the_agent_is_given_a_link_to_what_the_customer_sent() throws IOException {
        follow.run(event("escalation.json"));
        var conversation = tickets.find("T-7KQ2M9XA").orElseThrow().conversation();
        turns.save(new Turn(
                conversation,
                1,
                new MessageId("m1"),
                Turn.Speaker.CUSTOMER,
                "[document]",
                "",
                List.of(),
                Outcome.NOT_UNDERSTOOD,
                "",
                0,
                "en",
                "",
                null,
                0,
                Instant.EPOCH,
                Instant.now(),
                "",
                List.of(new Attachment("document", "Tarta.pdf", "application/pdf", "4711"))));

        var answer = body(desk.handle(request("GET", TICKET, "")));

        var file = answer.path("transcript").path(0).path("attachments").path(0);
        assertThat(file.path("kind").asText()).isEqualTo("document");
        assertThat(file.path("name").asText()).isEqualTo("Tarta.pdf");
        assertThat(file.path("type").asText()).isEqualTo("application/pdf");
        assertThat(file.path("href").asText()).startsWith("/media/");
        assertThat(answer.toString()).as("the platform's id stays with us").doesNotContain("4711");
    }

    private static Turn said(ConversationId conversation, long number) {
        return TranscriptTest.turn(
                conversation, number, Turn.Speaker.AGENT, Outcome.AGENT_SPOKE, new Reply.Text("Hello"));
    }

    @Test
    void an_agents_reply_goes_into_the_conversations_mailbox() throws IOException {
        follow.run(event("escalation.json"));

        var answer = desk.handle(event("reply.json"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(202);
        assertThat(mail).singleElement().asString().contains("agent-said", "Hello, this is Eva.", "eva@example.com");
    }

    @Test
    void what_was_pasted_from_a_word_processor_is_cleaned() throws IOException {
        follow.run(event("escalation.json"));

        var sent = desk.handle(request("POST", TICKET + "/replies", "{\"text\":\"Hello\\u000bAna\\u0000\\r\\nBye\"}"));
        var empty = desk.handle(request("POST", TICKET + "/replies", "{\"text\":\"\\u0000\\u0007\"}"));

        assertThat(sent.path("statusCode").asInt()).isEqualTo(202);
        assertThat(mail).singleElement().asString().contains("\"Hello\\nAna\\nBye\"");
        assertThat(empty.path("statusCode").asInt()).isEqualTo(400);
    }

    @Test
    void the_agent_is_told_what_an_sms_costs() throws IOException {
        var sms = ConversationId.parse("sms:+34900100100:+34600123456");
        tickets.open(said(sms, 1), called(""));
        turns.save(said(sms, 1));

        var plain = body(desk.handle(reply("Hello")));
        var dear = body(desk.handle(reply("Żółw ".repeat(20))));
        var entry =
                body(desk.handle(request("GET", TICKET, ""))).path("transcript").path(0);

        assertThat(plain.path("segments").asInt()).isEqualTo(1);
        assertThat(plain.path("encoding").asText()).isEqualTo("GSM-7");
        assertThat(dear.path("segments").asInt()).isEqualTo(2);
        assertThat(dear.path("encoding").asText()).isEqualTo("UCS-2");
        assertThat(entry.path("segments").asInt()).isEqualTo(1);
        assertThat(entry.path("encoding").asText()).isEqualTo("GSM-7");
    }

    @Test
    void elsewhere_nothing_is_billed_by_segments() throws IOException {
        for (var other : List.of("whatsapp:77:34600123456", "sms:whatsapp~+1:whatsapp:+34600123456")) {
            items.stored.clear();
            tickets.open(said(ConversationId.parse(other), 1), called(""));

            assertThat(body(desk.handle(reply("Hello"))).has("segments")).isFalse();
        }
        var picture = new Reply.Media("", MediaKind.IMAGE, "https://shop.example/a.jpg", "");
        assertThat(SmsCost.of(ConversationId.parse("sms:+15550001000:+15551230000"), picture))
                .isEmpty();
        assertThat(SmsCost.of(ConversationId.parse("awssms:+15550001000:+15551230000"), picture))
                .contains(new SmsCost(1, "GSM-7"));
    }

    private static ObjectNode reply(String text) {
        return request(
                "POST", TICKET + "/replies", Json.object().put("text", text).toString());
    }

    @Test
    void an_empty_reply_is_refused_with_the_shape_that_is_wanted() throws IOException {
        follow.run(event("escalation.json"));

        var answer = desk.handle(request("POST", TICKET + "/replies", "{\"text\":\"  \"}"));

        assertThat(answer.path("statusCode").asInt()).isEqualTo(400);
        assertThat(answer.path("body").asText()).contains("{\\\"text\\\"");
        assertThat(mail).isEmpty();
    }

    @Test
    void a_ticket_that_is_not_there_is_not_found() {
        assertThat(desk.handle(request("GET", "/desk/api/tickets/T-NONE", ""))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(404);
        assertThat(desk.handle(request("GET", "/desk/api/elsewhere", ""))
                        .path("statusCode")
                        .asInt())
                .isEqualTo(404);
    }

    @Test
    void a_table_that_refuses_reports_the_record_for_another_try() throws IOException {
        items.refusing = true;

        var answer = follow.run(event("escalation.json"));

        assertThat(answer.path("batchItemFailures")
                        .path(0)
                        .path("itemIdentifier")
                        .asText())
                .isEqualTo("4421584500000000017450439001");
    }

    private static JsonNode event(String name) throws IOException {
        return Json.read(Files.readString(Path.of("../../events/handover", name)));
    }

    private static ObjectNode request(String method, String path, String body) {
        var event = Json.object().put("rawPath", path).put("body", body);
        event.putObject("requestContext").putObject("http").put("method", method);
        return event;
    }

    private static JsonNode body(JsonNode answer) throws IOException {
        return Json.read(answer.path("body").asText());
    }

    private static final class TicketItems implements DynamoDbClient {
        private final Map<String, Map<String, AttributeValue>> stored = new HashMap<>();
        private boolean refusing;

        @Override
        public PutItemResponse putItem(PutItemRequest request) {
            if (refusing) {
                throw DynamoDbException.builder().message("no").build();
            }
            if (stored.putIfAbsent(String.valueOf(request.item().get("pk")), request.item()) != null) {
                throw ConditionalCheckFailedException.builder().message("there").build();
            }
            return PutItemResponse.builder().build();
        }

        @Override
        public GetItemResponse getItem(GetItemRequest request) {
            return GetItemResponse.builder()
                    .item(stored.get(String.valueOf(request.key().get("pk"))))
                    .build();
        }

        @Override
        public UpdateItemResponse updateItem(UpdateItemRequest request) {
            return UpdateItemResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "dynamodb";
        }

        @Override
        public void close() {
            // holds nothing
        }
    }

    private final class Sending implements SqsClient {
        @Override
        public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
            request.entries().forEach(e -> mail.add(e.messageBody()));
            return SendMessageBatchResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "sqs";
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
