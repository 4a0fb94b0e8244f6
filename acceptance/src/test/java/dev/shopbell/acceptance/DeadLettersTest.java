package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.running.LocalShop;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider that does not take replies for longer than a message is tried. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class DeadLettersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @SuppressWarnings("NullAway.Init")
    private static OutsideProvider provider;

    @SuppressWarnings("NullAway.Init")
    private static RunningShop shop;

    @BeforeAll
    static void open() throws Exception {
        provider = new OutsideProvider();
        shop = RunningShop.startAt(LocalShop.freePort(), provider, Map.of("MAX_ATTEMPTS", "2"));
    }

    @AfterAll
    static void close() {
        shop.close();
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({
        "BROKEN, whatsapp, 34600800100, 34600800101",
        "TOO_MANY, sms, +34600800200, +34600800201",
        "SILENT, messenger, 800300, 800301"
    })
    void messages_wait_among_the_dead_letters_and_are_answered_once_and_in_order_when_sent_back(
            OutsideProvider.Answer how, String channel, String person, String neighbour) {
        provider.answerTo(person, how);
        say(channel, person, "1", "What are your prices?");
        say(channel, person, "2", "Do you deliver?");
        say(channel, neighbour, "1", "Where is order 1042?");

        await("another person is answered", () -> provider.sentTo(neighbour).size() == 1);
        await("both messages are seen among the dead letters", () -> dead() == 2);
        assertThat(provider.refusalsTo(person)).isPositive();
        assertThat(provider.sentTo(person)).isEmpty();

        provider.answerTo(person, OutsideProvider.Answer.ACCEPT);
        await("both are answered", () -> {
            redriveWhatLiesThere();
            return provider.sentTo(person).size() >= 2;
        });
        say(channel, person, "3", "Where is order 1042?");

        await("the conversation goes on", () -> provider.sentTo(person).size() >= 3);
        assertThat(provider.textsTo(person))
                .satisfiesExactly(
                        first -> assertThat(first).contains("1.60"),
                        second -> assertThat(second).contains("8 km"),
                        third -> assertThat(third).contains("out for delivery"));
        assertThat(provider.sentTo(neighbour)).hasSize(1);
        assertThat(dead()).isZero();
    }

    /** As the owner would: when all of it has arrived there. What was silent to may be tried too early, and come again. */
    private static void redriveWhatLiesThere() {
        if (dead() > 0 && !shop.queueHolds()) {
            assertThat(shop.statusOfPost("/_local/queues/" + deadLetters() + "/redrive", ""))
                    .isEqualTo(200);
        }
    }

    private static String deadLetters() {
        return shop.queue("inbound-dead-letters").path("name").asText();
    }

    private static int dead() {
        return shop.queue("inbound.fifo").path("dead").asInt();
    }

    private static void say(String channel, String person, String id, String text) {
        shop.deliver(channel, person, channel + person + "-" + id, text);
    }

    private static void await(String what, java.util.function.BooleanSupplier isSo) {
        Await.until(what, PATIENCE, isSo, () -> shop.queue("inbound.fifo").toString());
    }
}
