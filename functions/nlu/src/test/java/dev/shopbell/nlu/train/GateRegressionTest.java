package dev.shopbell.nlu.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.nlu.model.Gate;
import dev.shopbell.nlu.model.Signs;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class GateRegressionTest {
    private static final UsualGate USUAL = UsualGate.of(Signs.OF_BOTH);
    private static final double[] STRANGER = signs(-1.5);
    private static final double[] CUSTOMER = signs(1.5);

    /** Signs that are all so many spreads better than usual, each in its own sense. */
    private static double[] signs(double spreads) {
        var signs = new double[Signs.OF_BOTH];
        for (var i = 0; i < signs.length; i++) {
            var sign = USUAL.signs().get(i);
            signs[i] = sign.mean() + spreads * sign.spread() * Signs.direction(i);
        }
        return signs;
    }

    private static double[] with(double[] signs, int sign, double spreads) {
        var other = signs.clone();
        other[sign] = USUAL.signs().get(sign).mean()
                + spreads * USUAL.signs().get(sign).spread();
        return other;
    }

    /** Rows of which the first half is good. */
    private static Gate fit(List<double[]> goods, List<double[]> bads) {
        var rows = new ArrayList<>(goods);
        rows.addAll(bads);
        var good = new boolean[rows.size()];
        Arrays.fill(good, 0, goods.size(), true);
        return GateRegression.fit(rows, good, 20);
    }

    private static List<double[]> times(int count, double[] signs) {
        return java.util.Collections.nCopies(count, signs);
    }

    @Test
    void a_bot_with_hardly_a_row_has_the_usual_gate() {
        var gate = fit(times(1, CUSTOMER), times(1, STRANGER));

        assertThat(gate.probability(CUSTOMER)).isGreaterThan(0.9);
        assertThat(gate.probability(STRANGER)).isLessThan(0.1);
    }

    @Test
    void a_few_rows_of_chance_do_not_turn_it_upside_down() {
        var gate = fit(times(5, STRANGER), times(5, CUSTOMER));

        assertThat(gate.probability(CUSTOMER)).isGreaterThan(gate.probability(STRANGER));
    }

    @Test
    void many_rows_say_what_counts_in_this_bot() {
        var random = new SplittableRandom(7);
        var goods = new ArrayList<double[]>();
        var bads = new ArrayList<double[]>();
        for (var i = 0; i < 2_000; i++) {
            // Only the nearest example tells anything, and the gate lies higher than usual.
            var noise = signs(random.nextGaussian());
            goods.add(with(noise, Signs.NEAREST, 2.5 + random.nextGaussian() / 2));
            bads.add(with(noise, Signs.NEAREST, 1 + random.nextGaussian() / 2));
        }

        var gate = fit(goods, bads);

        assertThat(goods.stream().filter(row -> gate.probability(row) > 0.5).count())
                .isGreaterThan(1_800);
        assertThat(bads.stream().filter(row -> gate.probability(row) < 0.5).count())
                .isGreaterThan(1_800);
    }

    @Test
    void no_sign_speaks_against_its_own_sense() {
        var goods = times(400, with(signs(0), Signs.WORDS, -1));
        var bads = times(400, with(signs(0), Signs.WORDS, 1));

        var weights = fit(goods, bads).weights();

        for (var sign = 0; sign < Signs.OF_BOTH; sign++) {
            assertThat(weights.get(sign) * Signs.direction(sign)).isGreaterThanOrEqualTo(0);
        }
    }

    @Test
    void what_is_usual_speaks_in_the_sense_of_every_sign() {
        for (var size : List.of(Signs.OF_WORDS, Signs.OF_BOTH)) {
            var usual = UsualGate.of(size);
            assertThat(usual.signs()).hasSize(size);
            for (var sign = 0; sign < size; sign++) {
                assertThat(usual.signs().get(sign).spread()).isPositive();
                assertThat(usual.signs().get(sign).weight() * Signs.direction(sign))
                        .isGreaterThanOrEqualTo(0);
            }
        }
    }
}
