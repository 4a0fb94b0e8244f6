package dev.shopbell.nlu.embed;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class BgeEncoderTest {
    private static final SentenceEncoder encoder = new BgeEncoder();

    @Test
    void sentences_of_like_meaning_are_nearer_than_others() {
        var question = encoder.encode("Where is my parcel?");

        assertThat(likeness(question, encoder.encode("Has the package been shipped yet?")))
                .isGreaterThan(likeness(question, encoder.encode("Do your cakes contain nuts?")) + 0.05);
    }

    @Test
    void a_vector_has_length_one_and_the_same_text_has_the_same_vector() {
        var vector = encoder.encode("Do you deliver?");

        assertThat(vector).hasSize(encoder.size()).isEqualTo(encoder.encode("Do you deliver?"));
        assertThat(likeness(vector, vector)).isCloseTo(1, Offset.offset(1e-5));
    }

    @Test
    void no_text_breaks_it() {
        for (var text : new String[] {"", " ", "👍", "\u0000\ud800", "x".repeat(5_000), "a ".repeat(5_000)}) {
            assertThat(encoder.encode(text)).hasSize(encoder.size()).doesNotContain(Float.NaN);
        }
    }

    private static double likeness(float[] a, float[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
