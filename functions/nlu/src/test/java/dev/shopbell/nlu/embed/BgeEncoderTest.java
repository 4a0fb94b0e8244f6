package dev.shopbell.nlu.embed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void the_prepared_model_gives_the_published_models_vectors() throws IOException {
        var recorded = Objects.requireNonNull(BgeEncoderTest.class.getResourceAsStream("vectors.tsv"));
        try (var lines = new BufferedReader(new InputStreamReader(recorded, StandardCharsets.UTF_8)).lines()) {
            assertThat(lines.filter(line -> !line.startsWith("#")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(line -> {
                        var then = vector(Base64.getDecoder().decode(line.substring(line.indexOf('\t') + 1)));
                        var now = encoder.encode(line.substring(0, line.indexOf('\t')));
                        // What rounding to 8 bits takes away, and processors that multiply 8 bits a little differently.
                        assertThat(likeness(then, now) / Math.sqrt(likeness(then, then)))
                                .isCloseTo(1, Offset.offset(1e-3));
                    });
        }
    }

    private static float[] vector(byte[] numbers) {
        var vector = new float[numbers.length];
        for (var i = 0; i < numbers.length; i++) {
            vector[i] = numbers[i];
        }
        return vector;
    }

    private static double likeness(float[] a, float[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @ParameterizedTest
    @ValueSource(strings = {"cake", "rewarding", "brightened", "mins", "checkings", "dont", "wouldnt"})
    void knows_a_word_and_its_forms(String word) {
        assertThat(BgeEncoder.shared().knows(word)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"delivry", "todya", "weatther"})
    void knows_no_slip(String word) {
        assertThat(BgeEncoder.shared().knows(word)).isFalse();
        assertThat(BgeEncoder.shared().rarity(word)).isNaN();
    }

    @Test
    void thinks_everyday_words_less_rare() {
        assertThat(BgeEncoder.shared().rarity("today"))
                .isLessThan(BgeEncoder.shared().rarity("toad"));
    }
}
