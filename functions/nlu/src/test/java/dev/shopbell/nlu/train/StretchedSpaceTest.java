package dev.shopbell.nlu.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.nlu.model.Examples;
import dev.shopbell.nlu.model.Whitening;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class StretchedSpaceTest {
    private static final int SIZE = 6;

    /** Two intents that differ in the first number, and within which the second varies a lot: politeness, say. */
    private static List<List<float[]>> groups() {
        var random = new SplittableRandom(5);
        var groups = new ArrayList<List<float[]>>();
        for (var intent = -1; intent <= 1; intent += 2) {
            var group = new ArrayList<float[]>();
            for (var i = 0; i < 40; i++) {
                var vector = new float[SIZE];
                for (var j = 0; j < SIZE; j++) {
                    vector[j] = (float) (0.05 * random.nextGaussian());
                }
                vector[0] += 0.3f * intent;
                vector[1] += (float) random.nextGaussian();
                group.add(vector);
            }
            groups.add(group);
        }
        return groups;
    }

    private static double likeness(float[] a, float[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void what_varies_within_an_intent_counts_less_than_what_parts_intents() {
        var whitening = WhiteningTrainer.train(groups());
        float[] asked = {0.3f, 0.35f, 0, 0, 0, 0};
        float[] sameIntentOtherManners = {0.3f, -0.35f, 0, 0, 0, 0};
        float[] otherIntentSameManners = {-0.3f, 0.35f, 0, 0, 0, 0};

        assertThat(likeness(asked, sameIntentOtherManners)).isLessThan(likeness(asked, otherIntentSameManners));
        assertThat(likeness(whitening.apply(asked), whitening.apply(sameIntentOtherManners)))
                .isGreaterThan(likeness(whitening.apply(asked), whitening.apply(otherIntentSameManners)));
    }

    @Test
    void a_vector_has_length_one_there() {
        var vector = WhiteningTrainer.train(groups()).apply(new float[] {0.2f, 0.4f, 0, 0.1f, 0, -0.3f});

        assertThat(likeness(vector, vector)).isCloseTo(1, Offset.offset(1e-5));
    }

    @Test
    void with_one_example_each_nothing_can_be_learned_and_nothing_is_stretched() {
        var single = groups().stream().map(group -> group.subList(0, 1)).toList();

        assertThat(WhiteningTrainer.train(single)).isSameAs(Whitening.NONE);
        float[] vector = {1, 0, 0, 0, 0, 0};
        assertThat(Whitening.NONE.apply(vector)).isEqualTo(vector);
    }

    @Test
    void labels_that_were_not_looked_at_are_as_far_as_the_furthest_that_was() {
        var groups = groups();
        var texts = List.of(names("a"), names("b"));
        var examples = Examples.of(texts, groups, WhiteningTrainer.train(groups));
        var sentence = groups.getFirst().getFirst();

        var likeness = examples.likeness(sentence, new TreeSet<>(List.of(0)), 2);

        assertThat(likeness[0]).isCloseTo(1, Offset.offset(0.01));
        assertThat(likeness[1]).isEqualTo(likeness[0]);
        assertThat(examples.likeness(sentence, new TreeSet<>(List.of(0, 1)), 2)[1])
                .isLessThan(likeness[0]);
        assertThat(examples.nearest(0, sentence).text()).isEqualTo("a0");
    }

    private static List<String> names(String intent) {
        var names = new ArrayList<String>();
        for (var i = 0; i < 40; i++) {
            names.add(intent + i);
        }
        return names;
    }
}
