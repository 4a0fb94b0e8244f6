package dev.shopbell.nlu.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.nlu.model.TextVector;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class FusionTrainerTest {

    /** Rows of three intents, of which words and meaning each tell the truth with some noise. */
    private static List<Trial> rows(double wordNoise, double meaningNoise) {
        var random = new SplittableRandom(7);
        var rows = new ArrayList<Trial>();
        for (var i = 0; i < 600; i++) {
            var gold = i % 3;
            rows.add(new Trial(
                    3,
                    scores(gold, wordNoise, random),
                    scores(gold, meaningNoise, random),
                    new double[3],
                    new TextVector(new int[0], new float[0], 1, 1, 3),
                    gold));
        }
        return rows;
    }

    private static double[] scores(int gold, double noise, SplittableRandom random) {
        var scores = new double[3];
        for (var i = 0; i < 3; i++) {
            scores[i] = (i == gold ? 1 : 0) + noise * random.nextGaussian();
        }
        return scores;
    }

    @Test
    void the_less_noisy_of_the_two_counts_more() {
        var trusting = FusionTrainer.ofAll(rows(1.5, 0.5));
        var doubting = FusionTrainer.ofAll(rows(0.5, 1.5));

        assertThat(trusting.meaning()).isGreaterThan(trusting.words());
        assertThat(doubting.words()).isGreaterThan(doubting.meaning());
    }

    @Test
    void probabilities_are_as_sure_as_they_are_right() {
        var rows = rows(0.8, 0.8);
        var fusion = FusionTrainer.ofAll(rows);

        var right = rows.stream().filter(row -> row.right(fusion)).count() / (double) rows.size();
        var sure = rows.stream()
                .mapToDouble(row -> {
                    var p = dev.shopbell.nlu.model.Fusion.probabilities(row.fused(fusion));
                    return p[Trial.best(p)];
                })
                .average()
                .orElseThrow();

        assertThat(sure).isBetween(right - 0.03, right + 0.03);
    }

    @Test
    void a_dozen_rows_that_any_weights_get_right_leave_the_usual_ones_alone() {
        var few = FusionTrainer.ofAll(rows(0.01, 0.01).subList(0, 12));

        assertThat(few.words()).isBetween(0.5, 2.5);
        assertThat(few.meaning()).isBetween(1.0, 3.5);
        assertThat(few.nearest()).isBetween(2.0, 6.0);
    }

    @Test
    void what_knows_nothing_counts_for_next_to_nothing() {
        var random = new SplittableRandom(3);
        var rows = rows(0.5, 1).stream()
                .map(row -> new Trial(
                        3,
                        row.ofWords(),
                        new double[] {random.nextGaussian(), random.nextGaussian(), random.nextGaussian()},
                        row.nearest(),
                        row.vector(),
                        row.gold()))
                .toList();

        var fusion = FusionTrainer.ofAll(rows);

        assertThat(fusion.meaning()).isLessThan(fusion.words() / 10);
    }

    @Test
    void the_nearest_example_counts_where_it_tells_the_truth_and_not_where_it_does_not() {
        var random = new SplittableRandom(11);
        var truthful = rows(1, 1).stream()
                .map(row -> nearest(row, scores(row.gold(), 0.5, random)))
                .toList();
        var lying = rows(1, 1).stream()
                .map(row -> nearest(row, scores((row.gold() + 1) % 3, 0.5, random)))
                .toList();

        assertThat(FusionTrainer.ofAll(truthful).nearest()).isGreaterThan(0.5);
        assertThat(FusionTrainer.ofAll(lying).nearest()).isZero();
    }

    private static Trial nearest(Trial row, double[] nearest) {
        return new Trial(row.intents(), row.ofWords(), row.ofMeaning(), nearest, row.vector(), row.gold());
    }
}
