package dev.shopbell.nlu.command;

import dev.shopbell.nlu.report.Answered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How good the understanding is, in shares of 1.
 *
 * @param accuracy in-scope rows whose best intent is right, refused or not
 * @param macroF1 the mean over intents of F1 on in-scope rows, refused or not
 * @param inScopeAccuracy in-scope rows whose best intent is right and that were not refused
 * @param oosRecall out-of-scope rows that were refused; null where rows of that kind were not named
 * @param oosPrecision refused rows that were out of scope
 * @param oosAuroc chance that an in-scope row looks more in scope than an out-of-scope row
 * @param ece expected calibration error of the best intent's confidence in 15 bins, all rows
 * @param p50Ms parse time that half of the rows keep within
 * @param p99Ms parse time that 99 % keep within
 */
record Metrics(
        double accuracy,
        double macroF1,
        double inScopeAccuracy,
        @Nullable Double oosRecall,
        @Nullable Double oosPrecision,
        @Nullable Double oosAuroc,
        double ece,
        double p50Ms,
        double p99Ms,
        double trainSeconds,
        int modelBytes) {
    private static final int BINS = 15;
    private static final double NANOS_PER_MILLI = 1e6;

    /** What became of a row, and how long it took. */
    record Answer(Answered answered, long nanos) {
        String gold() {
            return answered.gold();
        }

        String best() {
            return answered.said();
        }

        double confidence() {
            return answered.confidence();
        }

        boolean refused() {
            return answered.refused();
        }

        double inScope() {
            return answered.inScope();
        }

        boolean isInScope() {
            return !answered.isOutside();
        }

        boolean right() {
            return answered.gold().equals(answered.said());
        }
    }

    static Metrics of(List<Answer> answers, boolean outsideNamed, double trainSeconds, int modelBytes) {
        var inside = answers.stream().filter(Answer::isInScope).toList();
        var outside = answers.stream().filter(answer -> !answer.isInScope()).toList();
        var refusedOutside = outside.stream().filter(Answer::refused).count();
        var refused = answers.stream().filter(Answer::refused).count();
        return new Metrics(
                share(inside.stream().filter(Answer::right).count(), inside.size()),
                macroF1(inside),
                share(inside.stream().filter(a -> a.right() && !a.refused()).count(), inside.size()),
                outsideNamed ? share(refusedOutside, outside.size()) : null,
                outsideNamed ? share(refusedOutside, refused) : null,
                outsideNamed ? auroc(inside, outside) : null,
                calibrationError(answers),
                percentile(answers, 0.5),
                percentile(answers, 0.99),
                trainSeconds,
                modelBytes);
    }

    private static double share(long part, long all) {
        return all == 0 ? 0 : (double) part / all;
    }

    private static double macroF1(List<Answer> inside) {
        var right = new HashMap<String, Integer>();
        var gold = new HashMap<String, Integer>();
        var said = new HashMap<String, Integer>();
        for (var answer : inside) {
            gold.merge(answer.gold(), 1, Integer::sum);
            said.merge(answer.best(), 1, Integer::sum);
            right.merge(answer.gold(), answer.right() ? 1 : 0, Integer::sum);
        }
        return gold.keySet().stream()
                .mapToDouble(intent -> 2.0
                        * right.getOrDefault(intent, 0)
                        / (gold.getOrDefault(intent, 0) + said.getOrDefault(intent, 0)))
                .average()
                .orElse(0);
    }

    private static double auroc(List<Answer> inside, List<Answer> outside) {
        if (inside.isEmpty() || outside.isEmpty()) {
            return 0;
        }
        var all = new ArrayList<>(inside);
        all.addAll(outside);
        all.sort(Comparator.comparingDouble(Answer::inScope));
        var ranks = 0.0;
        for (int from = 0, to; from < all.size(); from = to) {
            to = from + 1;
            while (to < all.size() && all.get(to).inScope() == all.get(from).inScope()) {
                to++;
            }
            var middle = (from + 1 + to) / 2.0; // equals share their ranks
            ranks += middle
                    * all.subList(from, to).stream().filter(Answer::isInScope).count();
        }
        var n = (double) inside.size();
        return (ranks - n * (n + 1) / 2) / (n * outside.size());
    }

    private static double calibrationError(List<Answer> answers) {
        var confidence = new double[BINS];
        var right = new double[BINS];
        for (var answer : answers) {
            var bin = Math.min(BINS - 1, (int) (answer.confidence() * BINS));
            confidence[bin] += answer.confidence();
            right[bin] += answer.right() ? 1 : 0;
        }
        var error = 0.0;
        for (var bin = 0; bin < BINS; bin++) {
            error += Math.abs(confidence[bin] - right[bin]);
        }
        return error / Math.max(1, answers.size());
    }

    private static double percentile(List<Answer> answers, double share) {
        var nanos = answers.stream().mapToLong(Answer::nanos).sorted().toArray();
        return nanos.length == 0
                ? 0
                : nanos[(int) Math.min(nanos.length - 1, Math.floor(share * nanos.length))] / NANOS_PER_MILLI;
    }

    /** For people, on one line. */
    String words() {
        return String.format(
                Locale.ROOT,
                "Right: %.1f %%. Right and not refused: %.1f %%. Half of the parses within %.3f ms, 99 %% within %.3f ms.",
                100 * accuracy,
                100 * inScopeAccuracy,
                p50Ms,
                p99Ms);
    }

    /** One line of JSON. */
    String json() {
        return "{\"accuracy\":" + number(accuracy)
                + ",\"macroF1\":" + number(macroF1)
                + ",\"inScopeAccuracy\":" + number(inScopeAccuracy)
                + ",\"oosRecall\":" + number(oosRecall)
                + ",\"oosPrecision\":" + number(oosPrecision)
                + ",\"oosAuroc\":" + number(oosAuroc)
                + ",\"ece\":" + number(ece)
                + ",\"p50Ms\":" + number(p50Ms)
                + ",\"p99Ms\":" + number(p99Ms)
                + ",\"trainSeconds\":" + number(trainSeconds)
                + ",\"modelBytes\":" + modelBytes
                + "}";
    }

    private static String number(@Nullable Double value) {
        return value == null ? "null" : String.format(Locale.ROOT, "%.5f", value);
    }
}
