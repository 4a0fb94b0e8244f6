package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether "80 % sure" is right in 80 of 100 cases.
 *
 * @param bins of equal width, from 0 to 1
 */
record Calibration(List<Bin> bins) {
    /** As in most papers since Guo et al. 2017, "On calibration of modern neural networks". */
    static final int BINS = 15;

    /**
     * Rows of about one confidence.
     *
     * @param from inclusive, 0..1
     * @param to exclusive but for the last
     * @param confidence the mean of its rows
     * @param accuracy the share of its rows that are right
     */
    record Bin(double from, double to, int count, double confidence, double accuracy) {}

    static Calibration of(List<Answered> rows) {
        var count = new int[BINS];
        var confidence = new double[BINS];
        var right = new double[BINS];
        for (var row : rows) {
            var sure = Math.max(0, Math.min(1, row.confidence()));
            var bin = Math.min(BINS - 1, (int) (sure * BINS));
            count[bin]++;
            confidence[bin] += sure;
            right[bin] += row.isRight() ? 1 : 0;
        }
        var bins = new ArrayList<Bin>();
        for (var bin = 0; bin < BINS; bin++) {
            var rowsHere = Math.max(1, count[bin]);
            bins.add(new Bin(
                    (double) bin / BINS,
                    (bin + 1.0) / BINS,
                    count[bin],
                    confidence[bin] / rowsHere,
                    right[bin] / rowsHere));
        }
        return new Calibration(bins);
    }

    /** Expected calibration error: how far confidence and accuracy are apart, weighed by rows. */
    double error() {
        var rows = bins.stream().mapToInt(Bin::count).sum();
        return bins.stream()
                        .mapToDouble(bin -> bin.count() * Math.abs(bin.confidence() - bin.accuracy()))
                        .sum()
                / Math.max(1, rows);
    }
}
