package dev.shopbell.nlu.report;

import java.util.List;
import java.util.Locale;

/** By how much each group is understood better or worse than the same rows as they were. */
final class GroupChart {
    private static final double LEFT = 270;
    private static final double PLOT = 340;
    private static final double TOP = 66;
    private static final double ROW = 22;
    private static final double LEAST_SCALE = 5;

    private GroupChart() {}

    static String of(List<GroupResult> groups) {
        var title = "Who is understood worse?";
        var height = TOP + groups.size() * ROW + 56;
        var svg = new Svg(LEFT + PLOT + 110, height, title, description(groups));
        svg.text(16, 24, title, 16, "start", Svg.INK)
                .text(
                        16,
                        43,
                        "Change when a group says the same, in percentage points, with the range that chance explains.",
                        12,
                        "start",
                        Svg.GREY);
        var most = groups.stream()
                .mapToDouble(group -> Math.abs(group.change()) + group.margin())
                .max()
                .orElse(0);
        var scale = Math.max(LEAST_SCALE, Math.ceil(most / 5) * 5);
        for (var tick = -2; tick <= 2; tick++) {
            var x = LEFT + PLOT / 2 + tick * PLOT / 4;
            svg.line(x, TOP - 6, x, TOP + groups.size() * ROW, tick == 0 ? Svg.GREY : Svg.PALE, "")
                    .text(x, TOP + groups.size() * ROW + 18, points(tick * scale / 2), 12, "middle", Svg.GREY);
        }
        for (var i = 0; i < groups.size(); i++) {
            row(svg, groups.get(i), TOP + i * ROW + ROW / 2, PLOT / 2 / scale);
        }
        return svg.text(
                        LEFT + PLOT / 2,
                        height - 14,
                        "points of rows that are served (right, and not refused)",
                        13,
                        "middle",
                        Svg.INK)
                .end();
    }

    private static void row(Svg svg, GroupResult group, double y, double point) {
        var middle = LEFT + PLOT / 2;
        var x = middle + group.change() * point;
        var colour = group.isClear() && group.change() < 0 ? Svg.ORANGE : Svg.BLUE;
        var tip = String.format(
                Locale.ROOT,
                "%s: %s of %d rows, %d lost and %d won",
                group.name(),
                points(group.change()),
                group.rows(),
                group.lost(),
                group.won());
        svg.text(LEFT - 10, y + 4, group.name(), 12, "end", Svg.INK)
                .line(x - group.margin() * point, y, x + group.margin() * point, y, colour, "")
                .dot(x, y, 5, colour, tip)
                .text(
                        LEFT + PLOT + 12,
                        y + 4,
                        points(group.change()) + (group.isClear() ? " *" : ""),
                        12,
                        "start",
                        colour);
    }

    static String points(double value) {
        var rounded = String.format(Locale.ROOT, "%.1f", Math.abs(value));
        return rounded.equals("0.0") ? "0" : (value < 0 ? "\u2212" : "+") + rounded.replaceFirst("\\.0$", "");
    }

    private static String description(List<GroupResult> groups) {
        var clear = groups.stream()
                .filter(GroupResult::isClear)
                .map(group -> group.name() + " " + points(group.change()))
                .toList();
        return clear.isEmpty()
                ? "No group's change is beyond what chance explains."
                : "Beyond what chance explains: " + String.join("; ", clear) + " points.";
    }
}
