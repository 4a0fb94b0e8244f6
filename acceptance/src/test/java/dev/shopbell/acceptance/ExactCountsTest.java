package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.running.Bot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** Every delivery comes ten times, and those who follow the conversations are killed meanwhile: nothing counts twice. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ExactCountsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int PEOPLE = 8;
    private static final int COPIES = 10;
    private static final List<String> WORDS =
            List.of("What are your prices?", "Do you deliver?", "Where is order 1042?", "I want to talk to a person");

    @SuppressWarnings("NullAway.Init")
    private static OutsideProvider provider;

    @SuppressWarnings("NullAway.Init")
    private static RunningShop shop;

    @BeforeAll
    static void deliver_everything_ten_times() throws Exception {
        provider = new OutsideProvider();
        shop = RunningShop.start(provider);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int word = 0; word < WORDS.size(); word++) {
                var number = word;
                var talks = new ArrayList<Callable<Boolean>>();
                for (int person = 0; person < PEOPLE; person++) {
                    var who = "+3460083010" + person;
                    talks.add(() -> sayTenTimes(who, number));
                }
                for (var talk : people.invokeAll(talks)) {
                    assertThat(talk.get()).isTrue();
                }
                shop.kill("AnalyticsFunction");
                shop.kill("HandoverFunction");
            }
        }
        Await.until("all are answered", PATIENCE, () -> provider.sent().size() >= turns());
    }

    @AfterAll
    static void close() {
        shop.close();
        provider.close();
    }

    private static int turns() {
        return PEOPLE * WORDS.size();
    }

    private static boolean sayTenTimes(String who, int word) {
        for (int copy = 0; copy < COPIES; copy++) {
            shop.deliver("sms", who, "SM" + who + "-" + word, WORDS.get(word));
        }
        return true;
    }

    @Test
    void the_desk_shows_exactly_the_turns_there_were_and_the_terminal_prints_them() {
        Await.until(
                "all turns are counted",
                PATIENCE,
                () -> shop.turnsCounted() >= turns(),
                () -> "" + shop.turnsCounted());
        assertThat(shop.turnsCounted()).isEqualTo(turns());

        // One more, in a later window: had anything been counted again meanwhile, the sum would show it.
        shop.deliver("whatsapp", "34600830200", "wamid.after", "What are your prices?");
        Await.until("the next is counted too", PATIENCE, () -> shop.turnsCounted() > turns());
        assertThat(shop.turnsCounted()).isEqualTo(turns() + 1);

        var printed = Bot.run("stats", "--port", Integer.toString(shop.url().getPort()));
        assertThat(printed.code()).isZero();
        assertThat(printed.output())
                .contains((turns() + 1) + " turns, counted up to")
                .contains("prices");
    }

    @Test
    void each_who_asked_for_a_person_has_one_ticket() {
        var agent = "Bearer " + shop.agentToken();
        var tickets = "/desk/api/tickets";
        Await.until(
                "the tickets",
                PATIENCE,
                () -> shop.get(tickets, "Authorization", agent).path("tickets").size() >= PEOPLE);

        assertThat(shop.get(tickets, "Authorization", agent).path("tickets").findValuesAsText("conversationId"))
                .hasSize(PEOPLE)
                .doesNotHaveDuplicates();
    }
}
