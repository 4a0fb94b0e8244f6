package dev.shopbell.nlu.train;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class DescentTest {

    @Test
    void finds_the_bottom_of_a_valley_that_is_much_steeper_one_way() {
        var least = Descent.least(
                (point, slope) -> {
                    slope[0] = 2 * (point[0] - 3);
                    slope[1] = 200 * (point[1] + 1);
                    return Math.pow(point[0] - 3, 2) + 100 * Math.pow(point[1] + 1, 2);
                },
                2,
                100,
                1e-12);

        assertThat(least[0]).isCloseTo(3f, Offset.offset(1e-2f));
        assertThat(least[1]).isCloseTo(-1f, Offset.offset(1e-3f));
    }

    @Test
    void stays_where_it_is_when_that_is_the_bottom() {
        var least = Descent.least(
                (point, slope) -> {
                    slope[0] = point[0];
                    return point[0] * point[0] / 2;
                },
                1,
                10,
                1e-9);

        assertThat(least).containsExactly(0f);
    }
}
