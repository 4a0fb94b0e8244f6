package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.running.LocalShop;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;

/** The shop and the simulators that come with it, when these keep the platforms' limits or have a bad day. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@NullUnmarked // the shop is there from before the first test to after the last
class SimulatedPlatformsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PAIR = Duration.ofSeconds(6);

    /** What is asked in turn, and a word that only its answer has. */
    private static final List<String[]> QUESTIONS = List.of(
            new String[] {"What are your prices?", "1.60"},
            new String[] {"Do you deliver?", "8 km"},
            new String[] {"Where is order 1042?", "out for delivery"},
            new String[] {"Is order 1043 ready?", "in the oven"});

    private OutsideProvider unused;
    private RunningShop shop;

    @BeforeAll
    void open() throws Exception {
        unused = new OutsideProvider();
        var port = LocalShop.freePort();
        shop = RunningShop.startAt(
                port,
                unused,
                Map.of(
                        "GRAPH_API_URL",
                        "http://127.0.0.1:" + port + "/_providers/graph",
                        "TWILIO_API_URL",
                        "http://127.0.0.1:" + port + "/_providers/twilio",
                        "WHATSAPP_REOPEN_TEMPLATE",
                        "write_back"));
        shop.deliver("whatsapp", "34600000001", "wamid.warm", "What are your prices?");
        answersTo("34600000001", 1); // from here on nothing starts from zero
    }

    @AfterAll
    void close() {
        shop.close();
        unused.close();
    }

    @AfterEach
    void unlimited() {
        shop.delete("/_providers/faults");
    }

    @Test
    void one_person_who_asks_too_much_of_whatsapp_hears_everything_once_in_order_at_its_pace_and_others_do_not_wait() {
        limit("pair-limit", 2);
        for (var question = 0; question < QUESTIONS.size(); question++) {
            shop.deliver(
                    "whatsapp",
                    "34600000002",
                    "wamid.fast-" + question,
                    QUESTIONS.get(question)[0]);
        }
        answersTo("34600000002", 2);
        shop.deliver("whatsapp", "34600000003", "wamid.other", "What are your prices?");

        var toOther = answersTo("34600000003", 1);
        var all = answersTo("34600000002", QUESTIONS.size());

        for (var question = 0; question < QUESTIONS.size(); question++) {
            assertThat(text(all.get(question))).contains(QUESTIONS.get(question)[1]);
        }
        // Two are borrowed; the third was refused with 131056, and each from there on takes its six seconds.
        assertThat(Duration.between(at(all.get(0)), at(all.get(2)))).isGreaterThanOrEqualTo(PAIR);
        assertThat(Duration.between(at(all.get(0)), at(all.get(3)))).isGreaterThanOrEqualTo(PAIR.multipliedBy(2));
        assertThat(at(toOther.getFirst())).isBefore(at(all.get(3)));
        untilNothingWaits();
        assertThat(answersTo("34600000002", QUESTIONS.size())).hasSize(QUESTIONS.size());
        assertThat(shop.queue("inbound.fifo").path("dead").asInt()).isZero();
    }

    @Test
    void many_who_ask_at_once_are_all_answered_once_though_the_number_may_send_one_message_a_second() {
        limit("number-limit", 1);
        var people = List.of("34600000011", "34600000012", "34600000013", "34600000014");
        people.forEach(person -> shop.deliver("whatsapp", person, "wamid.many-" + person, "What are your prices?"));

        var times = new ArrayList<Instant>();
        people.forEach(person -> times.add(at(answersTo(person, 1).getFirst())));
        untilNothingWaits();

        people.forEach(person -> assertThat(answersTo(person, 1)).hasSize(1));
        times.sort(null);
        for (var index = 1; index < times.size(); index++) {
            assertThat(Duration.between(times.get(index - 1), times.get(index)))
                    .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void an_answer_that_whatsapp_shuts_out_after_taking_it_waits_until_the_customer_writes() {
        fault("whatsapp", "window-closed", "");
        shop.deliver("whatsapp", "34600000021", "wamid.shut-1", "What are your prices?");

        var meanwhile = answersTo("34600000021", 2);
        assertThat(text(meanwhile.get(0))).contains("1.60");
        assertThat(meanwhile.get(1).path("request").path("type").asText()).isEqualTo("template");
        assertThat(statuses(meanwhile.get(0))).containsExactly("failed");

        shop.deliver("whatsapp", "34600000021", "wamid.shut-2", "Do you deliver?");
        var all = answersTo("34600000021", 4);
        assertThat(text(all.get(2))).contains("1.60");
        assertThat(text(all.get(3))).contains("8 km");
        untilNothingWaits();
        assertThat(answersTo("34600000021", 4)).hasSize(4);
    }

    @Test
    void an_answer_that_a_carrier_could_not_bring_is_sent_once_more() {
        fault("sms", "fail-later", "30008");
        shop.deliver("sms", "+34600000022", "SM" + "2".repeat(32), "What are your prices?");

        var all = answersTo("sms", "+34600000022", 2);
        assertThat(text(all.get(1))).isEqualTo(text(all.get(0)));
        assertThat(statuses(all.get(0))).containsExactly("failed");
        untilNothingWaits();
        assertThat(answersTo("sms", "+34600000022", 2)).hasSize(2);
    }

    @Test
    void an_agents_words_that_messenger_shuts_out_go_out_as_a_persons() {
        shop.deliver("messenger", "2300000023", "m_person", "I want to talk to a person");
        answersTo("messenger", "2300000023", 1);
        var authorization = "Bearer " + shop.agentToken();
        Await.until("there is a ticket", SOON, () -> ticketOf("2300000023", authorization)
                .isPresent());
        var ticket = ticketOf("2300000023", authorization).orElseThrow();
        fault("messenger", "window-closed", "");
        shop.post(
                "/desk/api/tickets/" + ticket + "/replies", "{\"text\":\"Eva here.\"}", "Authorization", authorization);

        var all = answersTo("messenger", "2300000023", 2);
        assertThat(text(all.get(1))).isEqualTo("Eva here.");
        assertThat(all.get(1).path("request").path("tag").asText()).isEqualTo("HUMAN_AGENT");
    }

    private Optional<String> ticketOf(String person, String authorization) {
        for (var ticket :
                shop.get("/desk/api/tickets", "Authorization", authorization).path("tickets")) {
            if (ticket.path("conversationId").asText().endsWith(person)) {
                return Optional.of(ticket.path("id").asText());
            }
        }
        return Optional.empty();
    }

    private void fault(String channel, String mode, String code) {
        shop.post(
                "/_providers/faults",
                "{\"channel\":\"%s\",\"mode\":\"%s\",\"code\":\"%s\"}".formatted(channel, mode, code));
    }

    private void limit(String kind, int most) {
        shop.post("/_providers/faults", "{\"channel\":\"whatsapp\",\"mode\":\"" + kind + "\",\"most\":" + most + "}");
    }

    /** Waits until the simulator has taken so many messages to a person, and returns all. */
    private List<JsonNode> answersTo(String person, int atLeast) {
        return answersTo("whatsapp", person, atLeast);
    }

    private List<JsonNode> answersTo(String channel, String person, int atLeast) {
        Await.until(
                atLeast + " answers to " + person,
                SOON,
                () -> taken(channel, person).size() >= atLeast,
                () -> taken(channel, person) + ", " + shop.queue("inbound"));
        return taken(channel, person);
    }

    private List<JsonNode> taken(String channel, String person) {
        var messages = new ArrayList<JsonNode>();
        shop.get("/_providers/outbox?channel=" + channel + "&to=" + person.replace("+", "%2B"))
                .path("messages")
                .forEach(messages::add);
        return messages;
    }

    private void untilNothingWaits() {
        Await.until("nothing waits", SOON, () -> !shop.queueHolds());
    }

    private static List<String> statuses(JsonNode message) {
        var statuses = new ArrayList<String>();
        message.path("statuses").forEach(one -> statuses.add(one.path("status").asText()));
        return statuses;
    }

    private static String text(JsonNode message) {
        return message.path("text").asText();
    }

    private static Instant at(JsonNode message) {
        return Instant.parse(message.path("at").asText());
    }
}
