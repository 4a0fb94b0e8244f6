package dev.shopbell.nlu.lint;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds what in the examples harms the understanding. */
public final class Lint {
    private Lint() {}

    /**
     * All findings, by file and line.
     *
     * @param train what is learnt from
     * @param test what will be examined; empty if nothing is
     */
    public static List<Finding> of(List<Row> train, List<Row> test) {
        return of(train, test, new NearestIntent());
    }

    /**
     * All findings, by file and line.
     *
     * @param answers tells which intents overlap; the rows handed to it are of all languages
     */
    public static List<Finding> of(List<Row> train, List<Row> test, HeldOutAnswers answers) {
        var findings = new ArrayList<>(SaidTwice.in(train, test));
        findings.addAll(HowMany.in(train));
        findings.addAll(OddTexts.in(train));
        findings.addAll(OtherLanguages.in(train));
        findings.addAll(Overlaps.in(train, answers));
        findings.sort(
                Comparator.<Finding, String>comparing(finding -> finding.file().toString())
                        .thenComparingInt(Finding::line)
                        .thenComparing(Finding::kind));
        return findings;
    }
}
