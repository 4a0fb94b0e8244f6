package dev.shopbell.nlu.report;

import java.util.Locale;

/** Confidence against accuracy, with the number of rows below. */
final class CalibrationChart {
    private static final double WIDTH = 560;
    private static final double HEIGHT = 545;
    private static final double LEFT = 70;
    private static final double TOP = 56;
    private static final double SIDE = 340;
    private static final double PLOT = 440;
    private static final double BELOW = 60;
    private static final int FEW = 10;

    private CalibrationChart() {}

    static String of(Calibration calibration) {
        var title = "Is the bot as sure as it is right?";
        var svg = new Svg(
                WIDTH,
                HEIGHT,
                title,
                String.format(
                        Locale.ROOT,
                        "Accuracy by confidence in %d bins. The expected calibration error is %.1f %%.",
                        Calibration.BINS,
                        100 * calibration.error()));
        svg.text(LEFT, 24, title, 16, "start", Svg.INK).text(LEFT, 43, subtitle(calibration), 12, "start", Svg.GREY);
        grid(svg);
        var most = calibration.bins().stream()
                .mapToInt(Calibration.Bin::count)
                .max()
                .orElse(1);
        for (var bin : calibration.bins()) {
            if (bin.count() > 0) {
                bar(svg, bin, Math.max(1, most));
            }
        }
        svg.line(LEFT, TOP + SIDE, LEFT + PLOT, TOP, Svg.INK, "5 4");
        for (var bin : calibration.bins()) {
            if (bin.count() > 0) {
                svg.dot(
                        LEFT + bin.confidence() * PLOT,
                        y(bin.accuracy()),
                        4,
                        isTold(bin) ? Svg.ORANGE : Svg.GREY,
                        tip(bin));
            }
        }
        var base = TOP + SIDE + 22 + BELOW;
        svg.turned(18, TOP + SIDE / 2, -90, "right answers", 13, "middle", Svg.INK)
                .turned(18, base - BELOW / 2, -90, "rows", 13, "middle", Svg.INK)
                .text(LEFT - 8, base - BELOW + 8, String.valueOf(most), 11, "end", Svg.GREY)
                .text(LEFT - 8, base, "0", 11, "end", Svg.GREY)
                .line(LEFT, base, LEFT + PLOT, base, Svg.GREY, "");
        for (var tick = 0; tick <= 10; tick += 2) {
            svg.text(LEFT + tick * PLOT / 10, base + 18, tick * 10 + " %", 12, "middle", Svg.GREY);
        }
        svg.text(LEFT, base + 62, "Grey: fewer than " + FEW + " rows, too few to tell.", 12, "start", Svg.GREY)
                .text(LEFT + PLOT / 2, base + 42, "confidence of the best intent", 13, "middle", Svg.INK);
        return svg.end();
    }

    private static String subtitle(Calibration calibration) {
        return String.format(
                Locale.ROOT,
                "Dots on the dashed line: yes. Below it: too sure. Expected calibration error %.1f %%.",
                100 * calibration.error());
    }

    private static void grid(Svg svg) {
        for (var tick = 0; tick <= 10; tick += 2) {
            var y = y(tick / 10.0);
            svg.line(LEFT, y, LEFT + PLOT, y, Svg.PALE, "")
                    .text(LEFT - 8, y + 4, tick * 10 + " %", 12, "end", Svg.GREY);
        }
    }

    private static void bar(Svg svg, Calibration.Bin bin, int most) {
        var x = LEFT + bin.from() * PLOT + 1;
        var width = (bin.to() - bin.from()) * PLOT - 2;
        svg.box(x, y(bin.accuracy()), width, bin.accuracy() * SIDE, isTold(bin) ? "#9ecae9" : Svg.PALE, tip(bin));
        var height = Math.max(1, BELOW * bin.count() / most);
        svg.box(x, TOP + SIDE + 22 + BELOW - height, width, height, Svg.BLUE, tip(bin));
    }

    private static boolean isTold(Calibration.Bin bin) {
        return bin.count() >= FEW;
    }

    private static double y(double share) {
        return TOP + SIDE * (1 - share);
    }

    private static String tip(Calibration.Bin bin) {
        return String.format(
                Locale.ROOT,
                "%d rows, on average %.0f %% sure, %.0f %% right",
                bin.count(),
                100 * bin.confidence(),
                100 * bin.accuracy());
    }
}
