package dev.shopbell.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class MeaningInAMessageTest {
    private static final Understander UNDERSTANDER =
            new TrainedUnderstander(TinyShop.model(), Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));

    private static Understanding understand(String text) {
        return UNDERSTANDER.understand(Utterance.of(text));
    }

    @ParameterizedTest
    @CsvSource({
        "has my parcel been shipped yet, order_status",
        "has the package left your warehouse, order_status",
        "is the store still serving at eight in the evening, hours",
        "I would like to chat with one of your staff, person",
        "what is the cost of a dozen tulips, prices"
    })
    void is_found_in_words_that_no_example_has(String text, String intent) {
        assertThat(understand(text).intents().getFirst().name()).isEqualTo(intent);
    }

    @Test
    void of_an_example_is_certain_however_it_is_typed() {
        var shouted = understand("¿CUÁNTO CUESTA UN RAMO???".toUpperCase(Locale.ROOT));

        assertThat(shouted.intents().getFirst().name()).isEqualTo("prices");
        assertThat(shouted.intents().getFirst().confidence()).isGreaterThan(0.9);
        assertThat(shouted.outOfScope()).isFalse();
    }

    @Test
    void of_endings_that_no_example_has_is_found() {
        assertThat(understand("quisiera devolver unas rosas")
                        .intents()
                        .getFirst()
                        .name())
                .isEqualTo("returns");
    }
}
