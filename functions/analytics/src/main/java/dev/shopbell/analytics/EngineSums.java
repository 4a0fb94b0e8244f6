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

    static String key(Opinion opinion) {
        return opinion.at().truncatedTo(ChronoUnit.HOURS) + "|" + CHANNEL + "|" + opinion.engine() + " "
                + opinion.part() + "|" + pair(opinion);
    }

    /** Which intents, ours first; empty where there is no second one. */
    private static String pair(Opinion opinion) {
        return opinion.part() == Part.CONTROL || !opinion.trouble().isEmpty()
                ? ""
                : opinion.own() + ">" + opinion.other();
    }

    /** Hears the name of each counter that the opinion adds one to. */
    static void count(Opinion opinion, BiConsumer<String, String> keyAndCounter) {
        var key = key(opinion);
        keyAndCounter.accept(key, ASKED);
        if (opinion.bad()) {
            keyAndCounter.accept(key, BAD);
        }
        if (opinion.part() == Part.CONTROL) {
            return;
        }
        keyAndCounter.accept(key, opinion.trouble().isEmpty() ? opinion.agreement() : FAILED + opinion.trouble());
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
