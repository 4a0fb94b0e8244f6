package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.running.LocalShop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** A shop that shows its customers that it writes, and its provider that it knows the limits. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class ConsiderateShopTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final int A_SECOND = 2;

    private static final Map<String, Instant> ACCEPTED = new ConcurrentHashMap<>();

    @SuppressWarnings("NullAway.Init")
    private static OutsideProvider provider;

    @SuppressWarnings("NullAway.Init")
    private static RunningShop shop;

    @BeforeAll
    static void open() throws Exception {
        provider = new OutsideProvider();
        provider.afterwards(sent -> ACCEPTED.put(sent.id(), Instant.now()));
        shop = RunningShop.startAt(
                LocalShop.freePort(),
                provider,
                Map.of("SHOW_TYPING", "true", "WHATSAPP_SENDS_PER_SECOND", Integer.toString(A_SECOND)));
    }

    @AfterAll
    static void close() {
        shop.close();
        provider.close();
    }

    @Test
    void messenger_shows_that_it_was_read_and_that_somebody_writes_before_the_answer_comes() {
        shop.deliver("messenger", "9001", "m-typing", "What are your prices?");

        await(sent -> sent.to().equals("9001") && sent.text().contains("1.60"));
        assertThat(provider.sentTo("9001"))
                .extracting(sent -> sent.body().path("sender_action").asText())
                .containsExactlyInAnyOrder("mark_seen", "typing_on", "")
                .endsWith("");
    }

    @Test
    void whatsapp_shows_it_and_that_the_message_was_read() {
        shop.deliver("whatsapp", "34600900200", "wamid.typing", "What are your prices?");

        await(sent -> sent.to().equals("34600900200"));
        var aboutIt = provider.sent().stream()
                .filter(sent -> sent.channel().equals("whatsapp"))
                .filter(sent -> sent.to().equals("34600900200")
                        || sent.body().path("message_id").asText().equals("wamid.typing"))
                .toList();
        assertThat(aboutIt).hasSize(2);
        assertThat(aboutIt.getFirst().body().path("status").asText()).isEqualTo("read");
        assertThat(aboutIt.getFirst().body().at("/typing_indicator/type").asText())
                .isEqualTo("text");
        assertThat(aboutIt.getLast().text()).contains("1.60");
    }

    @Test
    void many_who_write_at_once_are_answered_no_faster_than_the_platform_takes_it_each_once_and_in_order() {
        var people = List.of("34600900301", "34600900302", "34600900303", "34600900304", "34600900305", "34600900306");
        for (var person : people) {
            shop.deliver("whatsapp", person, person + "-1", "What are your prices?");
            shop.deliver("whatsapp", person, person + "-2", "Do you deliver?");
        }

        people.forEach(
                person -> await(sent -> sent.to().equals(person) && sent.text().contains("8 km")));
        for (var person : people) {
            assertThat(provider.textsTo(person))
                    .satisfiesExactly(first -> assertThat(first).contains("1.60"), second -> assertThat(second)
                            .contains("8 km"));
        }
        var times = people.stream()
                .flatMap(person -> provider.sentTo(person).stream())
                .map(sent -> ACCEPTED.getOrDefault(sent.id(), Instant.MAX))
                .sorted()
                .toList();
        // The last of twelve, two a second, begins five seconds after the first at the earliest; the way there may
        // differ a little.
        assertThat(Duration.between(times.getFirst(), times.getLast())).isGreaterThan(Duration.ofMillis(4_500));
        assertThat(provider.sent())
                .noneMatch(sent -> sent.to().isEmpty() && !sent.body().has("message_id"));
    }

    private static void await(Predicate<OutsideProvider.Sent> what) {
        Await.until("an answer", SOON, () -> provider.sent().stream().anyMatch(what), () -> provider.sent()
                .toString());
    }
}
