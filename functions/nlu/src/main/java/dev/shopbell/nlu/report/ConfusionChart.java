package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** A heat map of what was taken for what. Where intents are many, those that were confused most are shown. */
final class ConfusionChart {
    /** More rows and columns than this cannot be read on a screen. */
    private static final int MOST = 36;

    private static final double CELL = 20;
    private static final double TOP_OF_TITLE = 24;
    private static final double LETTER = 6.3;
    private static final double BAR = 14;

    private final List<String> intents;
    private final Map<String, Map<String, Integer>> counts = new HashMap<>();
    private final int all;

    private ConfusionChart(List<Answered> rows) {
        var seen = new HashSet<String>();
        for (var row : rows) {
            var gold = Answered.shown(row.gold());
            var said = row.isOutside() && row.refused() ? gold : Answered.shown(row.said());
            seen.add(gold);
            seen.add(said);
            counts.computeIfAbsent(gold, g -> new HashMap<>()).merge(said, 1, Integer::sum);
        }
        all = seen.size();
        intents = all <= MOST ? seen.stream().sorted().toList() : mostConfused(rows);
    }

    /** Pair by pair, the most frequent first, so that both intents of a mistake are there. */
    private static List<String> mostConfused(List<Answered> rows) {
        var chosen = new TreeSet<String>();
        for (var pair : ConfusedPair.of(rows)) {
            if (chosen.size() + 2 <= MOST) {
                chosen.add(pair.gold());
                chosen.add(pair.said());
            }
        }
        return List.copyOf(chosen);
    }

    static String of(List<Answered> rows) {
        return new ConfusionChart(rows).draw();
    }

    private String draw() {
        var names = intents.stream().map(ConfusionChart::shortened).toList();
        var longest = names.stream().mapToInt(String::length).max().orElse(0) * LETTER;
        var left = Math.max(90, longest + 38);
        var top = 66 + Math.max(50, longest * 0.72 + 8);
        var side = intents.size() * CELL;
        var width = Math.max(560, left + side + longest * 0.72 + 24);
        var title = "What was taken for what";
        var svg = new Svg(width, top + side + 58, title, description());
        svg.text(16, TOP_OF_TITLE, title, 16, "start", Svg.INK).text(16, 43, subtitle(), 12, "start", Svg.GREY);
        for (var i = 0; i < intents.size(); i++) {
            var at = left + i * CELL;
            svg.turned(at + CELL / 2 + 4, top - 6, -46, names.get(i), 11, "start", Svg.INK)
                    .text(left - 6, top + i * CELL + 14, names.get(i), 11, "end", Svg.INK);
        }
        for (var row = 0; row < intents.size(); row++) {
            cells(svg, row, left, top);
        }
        svg.text(left + side / 2, 62, "intent that was said", 12, "middle", Svg.INK)
                .turned(14, top + side / 2, -90, "intent that was right", 12, "middle", Svg.INK);
        legend(svg, 16, top + side + 26);
        return svg.end();
    }

    private void cells(Svg svg, int row, double left, double top) {
        var gold = intents.get(row);
        var said = counts.getOrDefault(gold, Map.of());
        var rows = said.values().stream().mapToInt(Integer::intValue).sum();
        for (var column = 0; column < intents.size(); column++) {
            var count = said.getOrDefault(intents.get(column), 0);
            var x = left + column * CELL;
            var y = top + row * CELL;
            var share = rows == 0 ? 0 : (double) count / rows;
            var right = row == column;
            var tip = count + " of " + rows + " rows of " + gold + ": " + intents.get(column);
            svg.box(x + 0.5, y + 0.5, CELL - 1, CELL - 1, colour(share, count, right), count == 0 ? "" : tip);
            if (count > 0 && !right) {
                var dark = share > 0.3;
                svg.text(
                        x + CELL / 2,
                        y + 14,
                        String.valueOf(count),
                        count > 99 ? 8 : 10,
                        "middle",
                        dark ? "#ffffff" : Svg.INK);
            }
        }
    }

    /** Orange for mistakes, blue for what is right: deeper where it is a larger share of the intent's rows. */
    private static String colour(double share, int count, boolean right) {
        if (count == 0) {
            return "#f3f4f6";
        }
        var depth = right ? share : Math.min(1, 0.15 + 1.7 * share);
        return right ? mix(0xe3eef8, 0x0072b2, depth) : mix(0xfdeadd, 0xb34700, depth);
    }

    private static String mix(int from, int to, double share) {
        var mixed = 0;
        for (var shift = 0; shift <= 16; shift += 8) {
            var a = (from >> shift) & 0xFF;
            var b = (to >> shift) & 0xFF;
            mixed |= (int) Math.round(a + (b - a) * share) << shift;
        }
        return String.format(Locale.ROOT, "#%06x", mixed);
    }

    private static void legend(Svg svg, double x, double y) {
        var at = x;
        for (var entry : List.of(
                Map.entry(colour(0.9, 1, true), "right"),
                Map.entry(colour(0.02, 1, false), "a few of the intent's rows mistaken"),
                Map.entry(colour(0.5, 1, false), "half of them and more"))) {
            svg.box(at, y - 11, BAR, BAR, entry.getKey(), "")
                    .text(at + BAR + 6, y, entry.getValue(), 12, "start", Svg.INK);
            at += BAR + 22 + entry.getValue().length() * 6.2;
        }
        svg.text(x, y + 20, "Numbers are rows of the examination.", 12, "start", Svg.GREY);
    }

    private String subtitle() {
        return intents.size() == all
                ? "All " + all + " intents."
                : intents.isEmpty()
                        ? "None of the " + all + " intents was taken for another one."
                        : "The " + intents.size() + " of " + all
                                + " intents that are mistaken for one another most often.";
    }

    private String description() {
        var worst = new ArrayList<String>();
        counts.forEach((gold, said) -> said.forEach((other, count) -> {
            if (!gold.equals(other)) {
                worst.add(String.format(Locale.ROOT, "%08d", count) + "\t" + gold + " was taken for " + other + " "
                        + count + " times");
            }
        }));
        return subtitle() + " "
                + String.join(
                        "; ",
                        worst.stream()
                                .sorted(Comparator.reverseOrder())
                                .limit(5)
                                .map(line -> line.substring(line.indexOf('\t') + 1))
                                .toList());
    }

    /** Names that are long are most alike at their beginning: the end is kept too. */
    private static String shortened(String name) {
        return name.length() <= 26 ? name : name.substring(0, 12) + "…" + name.substring(name.length() - 13);
    }
}
