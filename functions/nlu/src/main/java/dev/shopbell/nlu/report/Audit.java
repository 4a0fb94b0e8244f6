package dev.shopbell.nlu.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Whether people are understood worse for their name, their variety of the language, or the way they type: the rows of the
 * examination are said again as they would, and answered again.
 *
 * @param groups empty groups are left out
 */
public record Audit(List<GroupResult> groups) {
    /** No audit. */
    public static final Audit NONE = new Audit(List.of());

    private static final int MOST_ROWS = 500;
    /** There are many names' groups: so many answers cost no more than the other groups'. */
    private static final int MOST_ROWS_OF_NAMES = 150;

    private static final int SAMPLES = 3;

    public Audit {
        groups = List.copyOf(groups);
    }

    /**
     * Asks again. That takes some 5,000 answers at the most, however many rows there are.
     *
     * @param rows of one language; out-of-scope rows are left out
     * @param language BCP 47; empty if it is not known: then names and typing alone are varied
     * @param seed of the rows that are taken, the names and the typos: the same seed, the same audit
     */
    public static Audit of(List<Answered> rows, String language, long seed, Answerer answerer) {
        var inside = rows.stream().filter(row -> !row.isOutside()).toList();
        var shuffled = new ArrayList<>(IntStream.range(0, inside.size()).boxed().toList());
        Collections.shuffle(shuffled, new Random(seed));
        var tongue = language.isEmpty() ? "" : language.split("[-_]", 2)[0];
        var groups = new ArrayList<Group>();
        groups.addAll(new Names().groups(inside, first(shuffled, MOST_ROWS_OF_NAMES), tongue, seed));
        groups.addAll(new Spellings(tongue).groups(inside, MOST_ROWS));
        groups.addAll(new Typing(inside, first(shuffled, MOST_ROWS), seed).groups());
        return new Audit(groups.stream()
                .filter(group -> !group.variants().isEmpty())
                .map(group -> result(group, inside, answerer))
                .toList());
    }

    private static List<Integer> first(List<Integer> rows, int most) {
        return rows.subList(0, Math.min(most, rows.size()));
    }

    private static GroupResult result(Group group, List<Answered> rows, Answerer answerer) {
        var before = 0;
        var after = 0;
        var lost = new ArrayList<Answered>();
        var won = 0;
        for (var variant : group.variants()) {
            var was = rows.get(variant.row());
            var is = variant.text().equals(was.text()) ? was : answerer.answer(variant.text(), was.gold());
            before += was.isServed() ? 1 : 0;
            after += is.isServed() ? 1 : 0;
            won += !was.isServed() && is.isServed() ? 1 : 0;
            if (was.isServed() && !is.isServed()) {
                lost.add(is);
            }
        }
        var count = group.variants().size();
        return new GroupResult(
                group.dimension(),
                group.name(),
                count,
                Scores.share(before, count),
                Scores.share(after, count),
                lost.size(),
                won,
                lost.stream().limit(SAMPLES).toList());
    }
}
