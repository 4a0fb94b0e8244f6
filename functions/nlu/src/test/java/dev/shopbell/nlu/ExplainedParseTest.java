package dev.shopbell.nlu;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.conversation.Utterance;
import dev.shopbell.nlu.Explanation.WordShare;
import dev.shopbell.nlu.model.NluModel;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ExplainedParseTest {
    private static final NluModel MODEL = TinyShop.model();
    private static final Clock CLOCK = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
    private static final Explainer EXPLAINER = new Explainer(MODEL, CLOCK);

    @Test
    void names_the_words_that_decided() {
        var why = EXPLAINER.explain(Utterance.of("could somebody give me a refund"));

        assertThat(why.understanding().intents().getFirst().name()).isEqualTo("returns");
        assertThat(why.words()).hasSize(6).extracting(WordShare::word).startsWith("could");
        assertThat(why.words().stream().max(Comparator.comparingDouble(WordShare::share)))
                .hasValueSatisfying(word -> assertThat(word.word()).isEqualTo("refund"));
    }

    @Test
    void names_the_nearest_example_of_each_runner_up() {
        var why = EXPLAINER.explain(Utterance.of("has the parcel left your shop"));

        assertThat(why.nearest())
                .hasSameSizeAs(why.understanding().intents())
                .allSatisfy(near -> assertThat(near.likeness()).isBetween(0.0, 1.0));
        assertThat(why.nearest().getFirst().intent())
                .isEqualTo(why.understanding().intents().getFirst().name());
    }

    @Test
    void says_what_spoke_against_what_is_out_of_scope() {
        var why = EXPLAINER.explain(Utterance.of("who won the football match last night"));

        assertThat(why.understanding().outOfScope()).isTrue();
        assertThat(why.inScope()).isLessThan(why.threshold());
        assertThat(why.reasons()).isNotEmpty().anySatisfy(reason -> assertThat(reason.share())
                .isNegative());
    }

    @Test
    void has_nothing_to_say_of_nothing() {
        assertThat(EXPLAINER.explain(Utterance.of("")).words()).isEmpty();
        assertThat(EXPLAINER.explain(Utterance.of("👍")).words()).isEmpty();
    }
}
