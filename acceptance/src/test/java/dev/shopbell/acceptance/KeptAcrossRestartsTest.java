package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.running.LocalShop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./bot up --data DIR} was stopped in the middle of everything and started again. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class KeptAcrossRestartsTest {

    private static final Duration SOON = Duration.ofMinutes(1);
    private static final String IN_A_FLOW = "+34600810100";
    private static final String WITH_A_TICKET = "34600810200";
    private static final String JUST_ACCEPTED = "810300";
    private static final String INTRODUCTION = "a computer program";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path data;

    @SuppressWarnings("NullAway.Init")
    private static OutsideProvider provider;

    @SuppressWarnings("NullAway.Init")
    private static RunningShop shop;

    @SuppressWarnings("NullAway.Init")
    private static String visitor;

    @BeforeAll
    static void stop_and_start_again() throws Exception {
        provider = new OutsideProvider();
        provider.answerTo(JUST_ACCEPTED, OutsideProvider.Answer.BROKEN);
        var port = LocalShop.freePort();
        try (var before = RunningShop.startAt(port, provider, Map.of(), "--data", data.toString())) {
            shop = before;
            say("sms", IN_A_FLOW, "SMflow1", "Where is my order?");
            say("whatsapp", WITH_A_TICKET, "wamid.ticket1", "I want to talk to a person");
            visitor =
                    "Bearer " + before.post("/web/sessions", "{}").path("token").asText();
            assertThat(before.statusOfPost("/web/messages", "{\"text\":\"Do you deliver?\"}", "Authorization", visitor))
                    .isEqualTo(202);
            await("the flow has begun", () -> provider.sentTo(IN_A_FLOW).size() == 1);
            await("the ticket is open", () -> tickets().size() == 1);
            await("the visitor is answered", () -> heard().size() == 2);
            await("all is counted", () -> counted() == 3);
            say("messenger", JUST_ACCEPTED, "mid.just", "What are your prices?");
        }
        provider.answerTo(JUST_ACCEPTED, OutsideProvider.Answer.ACCEPT);
        shop = RunningShop.startAt(port, provider, Map.of(), "--data", data.toString());
    }

    @AfterAll
    static void close() {
        shop.close();
        provider.close();
    }

    @Test
    void a_conversation_goes_on_where_it_was() {
        assertThat(provider.textsTo(IN_A_FLOW).getFirst()).contains(INTRODUCTION);

        say(
                "sms",
                IN_A_FLOW,
                "SMflow1",
                "Where is my order?"); // the provider repeats it: it was handled before the stop
        say("sms", IN_A_FLOW, "SMflow2", "1042");

        await("the flow ends", () -> provider.sentTo(IN_A_FLOW).size() >= 2);
        assertThat(provider.textsTo(IN_A_FLOW)).hasSize(2);
        assertThat(provider.textsTo(IN_A_FLOW).get(1))
                .contains("out for delivery")
                .doesNotContain(INTRODUCTION);
    }

    @Test
    void a_ticket_is_still_open_and_its_agent_is_heard() {
        var ticket = "/desk/api/tickets/" + tickets().path(0).path("id").asText();

        assertThat(shop.statusOfPost(ticket + "/replies", "{\"text\":\"Here I am.\"}", "Authorization", agent()))
                .isEqualTo(202);

        await("the agent is heard", () -> provider.textsTo(WITH_A_TICKET).contains("Here I am."));
        assertThat(tickets()).hasSize(1);
    }

    @Test
    void what_was_accepted_just_before_is_answered_once() {
        await("it is answered", () -> !provider.sentTo(JUST_ACCEPTED).isEmpty());
        say("messenger", JUST_ACCEPTED, "mid.next", "Do you deliver?");
        await("and the next one", () -> provider.sentTo(JUST_ACCEPTED).size() >= 2);

        assertThat(provider.textsTo(JUST_ACCEPTED))
                .satisfiesExactly(
                        first -> assertThat(first).contains("1.60"),
                        second -> assertThat(second).contains("8 km").doesNotContain(INTRODUCTION));
    }

    @Test
    void a_visitor_finds_what_was_said() {
        assertThat(heard()).hasSize(2);
        assertThat(heard().path(1).path("text").asText()).contains("8 km");
    }

    @Test
    void the_counters_go_on() {
        say("sms", "+34600810400", "SMcounted", "What are your prices?");
        await("it is answered", () -> provider.sentTo("+34600810400").size() == 1);

        await("the counters have grown beyond what they were", () -> counted() > 3);
    }

    private static JsonNode tickets() {
        return shop.get("/desk/api/tickets", "Authorization", agent()).path("tickets");
    }

    private static JsonNode heard() {
        return shop.get("/web/messages", "Authorization", visitor).path("messages");
    }

    private static long counted() {
        return shop.turnsCounted();
    }

    private static String agent() {
        return "Bearer " + shop.agentToken();
    }

    private static void say(String channel, String person, String id, String text) {
        shop.deliver(channel, person, id, text);
    }

    private static void await(String what, BooleanSupplier isSo) {
        Await.until(what, SOON, isSo, () -> shop.queue("inbound.fifo").toString());
    }
}
