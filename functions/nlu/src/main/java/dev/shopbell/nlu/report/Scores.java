package dev.shopbell.nlu.report;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of an examination, in shares of 1.
 *
 * @param rows how many there were
 * @param accuracy in-scope rows whose best intent is right, refused or not
 * @param macroF1 the mean F1 of the intents that were asked for
 * @param served in-scope rows whose best intent is right and that were not refused
 * @param outsideRecall out-of-scope rows that were refused; null if there were none
 * @param outsidePrecision refused rows that were out of scope; null if there were no out-of-scope rows
 * @param calibrationError expected calibration error of all rows, in {@link Calibration#BINS} bins
 */
record Scores(
        int rows,
        double accuracy,
        double macroF1,
        double served,
        @Nullable Double outsideRecall,
        @Nullable Double outsidePrecision,
        double calibrationError) {

    static Scores of(List<Answered> rows) {
        var inside = rows.stream().filter(row -> !row.isOutside()).toList();
        var outside = rows.stream().filter(Answered::isOutside).toList();
        var refused = rows.stream().filter(Answered::refused).count();
        var rightlyRefused = outside.stream().filter(Answered::refused).count();
        return new Scores(
                rows.size(),
                share(inside.stream().filter(Answered::isRight).count(), inside.size()),
                IntentScore.of(rows).stream()
                        .filter(score -> score.support() > 0)
                        .mapToDouble(IntentScore::f1)
                        .average()
                        .orElse(0),
                share(inside.stream().filter(Answered::isServed).count(), inside.size()),
                outside.isEmpty() ? null : share(rightlyRefused, outside.size()),
                outside.isEmpty() ? null : share(rightlyRefused, refused),
                Calibration.of(rows).error());
    }

    static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }
}
