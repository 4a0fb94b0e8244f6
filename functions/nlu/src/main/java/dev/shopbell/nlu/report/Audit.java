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
        var results = new ArrayList<GroupResult>();
        var names = new Names().groups(inside, first(shuffled, MOST_ROWS_OF_NAMES), tongue, seed);
        results.addAll(names(names, inside, answerer));
        var others = new ArrayList<Group>();
        others.addAll(new Spellings(tongue).groups(inside, MOST_ROWS));
        others.addAll(new Typing(inside, first(shuffled, MOST_ROWS), seed).groups());
        for (var group : others) {
            var before = group.variants().stream()
                    .map(variant -> inside.get(variant.row()).isServed())
                    .toList();
            results.add(GroupResult.of(group.dimension(), group.name(), before, answers(group, inside, answerer)));
        }
        return new Audit(results.stream().filter(result -> result.rows() > 0).toList());
    }

    /**
     * A name told first makes any question a little harder. Whether one name is understood worse than another is told by
     * comparing its rows with what most names get; what any name costs is a group of its own.
     */
    private static List<GroupResult> names(List<Group> groups, List<Answered> rows, Answerer answerer) {
        var answers =
                groups.stream().map(group -> answers(group, rows, answerer)).toList();
        var usual = new ArrayList<Answered>();
        var before = new ArrayList<Boolean>();
        for (var i = 0; i < groups.getFirst().variants().size(); i++) {
            var at = i;
            before.add(rows.get(groups.getFirst().variants().get(i).row()).isServed());
            var served = answers.stream().filter(of -> of.get(at).isServed()).count();
            usual.add(answers.stream()
                    .map(of -> of.get(at))
                    .filter(answered -> answered.isServed() == (2 * served > groups.size()))
                    .findFirst()
                    .orElseThrow());
        }
        var results = new ArrayList<GroupResult>();
        results.add(GroupResult.of(Names.DIMENSION, "any name, next to none", before, usual));
        var most = usual.stream().map(Answered::isServed).toList();
        for (var i = 0; i < groups.size(); i++) {
            results.add(GroupResult.of(Names.DIMENSION, groups.get(i).name(), most, answers.get(i)));
        }
        return results;
    }

    private static List<Answered> answers(Group group, List<Answered> rows, Answerer answerer) {
        return group.variants().stream()
                .map(variant -> {
                    var was = rows.get(variant.row());
                    return variant.text().equals(was.text()) ? was : answerer.answer(variant.text(), was.gold());
                })
                .toList();
    }

    private static List<Integer> first(List<Integer> rows, int most) {
        return rows.subList(0, Math.min(most, rows.size()));
    }
}
