package dev.shopbell.local.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SampleTest {
    private static final List<Sample> HUNDRED = IntStream.rangeClosed(1, 100)
            .mapToObj(millis -> new Sample(millis, millis * 2.0, 0))
            .toList();

    @Test
    void quantiles_are_values_that_occurred() {
        assertThat(Sample.quantile(0.5, HUNDRED, Sample::acknowledgedMillis)).isEqualTo(50);
        assertThat(Sample.quantile(0.99, HUNDRED, Sample::repliedMillis)).isEqualTo(198);
        assertThat(Sample.quantile(0.99, HUNDRED.subList(0, 1), Sample::repliedMillis))
                .isEqualTo(2);
    }

    @Test
    void turns_without_reply_are_counted_apart() {
        var samples = List.of(new Sample(1, Double.NaN, 0), new Sample(1, 7, 0));
        assertThat(samples.getFirst().replied()).isFalse();
        assertThat(Sample.quantile(0.5, samples, Sample::repliedMillis)).isEqualTo(7);
    }
}
