package dev.shopbell.analytics;

import dev.shopbell.platform.Opinion;
import dev.shopbell.platform.Opinion.Part;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * How opinions of a second engine stand among a window's sums: hour, {@link #CHANNEL}, engine and part, the pair of intents.
 * They are counted where turns are, so that they are counted exactly once as well.
 */
final class EngineSums {

    /** In the place of a channel's name; no channel can be called so. */
    static final String CHANNEL = "~second";

    static final String ASKED = "asked";
    static final String BAD = "bad";
    /** Begins the counters of what was wrong. */
    static final String FAILED = "failed_";

    private EngineSums() {}

    /** Counts a pair of intents that the two do not agree on; the other counters stand under no pair, since pairs are many. */
    static final String PAIR = "pair";

    /** Hears the name of each counter that the opinion adds one to. */
    static void count(Opinion opinion, BiConsumer<String, String> keyAndCounter) {
        var key = opinion.at().truncatedTo(ChronoUnit.HOURS) + "|" + CHANNEL + "|" + opinion.engine() + " "
                + opinion.part() + "|";
        keyAndCounter.accept(key, ASKED);
        if (opinion.bad()) {
            keyAndCounter.accept(key, BAD);
        }
        if (opinion.part() == Part.CONTROL) {
            return;
        }
        var agreement = opinion.agreement();
        keyAndCounter.accept(key, agreement.equals("failed") ? FAILED + opinion.trouble() : agreement);
        if (agreement.equals("differ")) {
            keyAndCounter.accept(key + opinion.own() + ">" + opinion.other(), PAIR);
        }
        if (opinion.millis() > 0) {
            keyAndCounter.accept(key, "b" + Histogram.bucket(opinion.millis()));
        }
    }

    /** What a window adds to the trials under way, by engine. */
    static SortedMap<String, TrialCounts> trials(SortedMap<String, SortedMap<String, Long>> sums) {
        var trials = new TreeMap<String, TrialCounts>();
        sums.forEach((key, counters) -> {
            var parts = key.split("\\|", 4);
            if (!parts[1].equals(CHANNEL)) {
                return;
            }
            var engine = parts[2].substring(0, parts[2].lastIndexOf(' '));
            var counts = counts(parts[2].substring(engine.length() + 1), counters);
            if (!counts.isEmpty()) {
                trials.merge(engine, counts, TrialCounts::plus);
            }
        });
        return trials;
    }

    private static TrialCounts counts(String part, Map<String, Long> counters) {
        long asked = counters.getOrDefault(ASKED, 0L);
        long bad = counters.getOrDefault(BAD, 0L);
        return switch (Part.valueOf(part)) {
            case SHADOW -> TrialCounts.NONE;
            case CONTROL -> new TrialCounts(asked, bad, 0, 0);
            case TRIAL -> new TrialCounts(0, 0, asked, bad);
        };
    }
}
