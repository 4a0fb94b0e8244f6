package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.IntentHead;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Judges every row by a model that has not seen it. In each fold some intents are left out altogether: all their rows show
 * how something unheard of scores, which is what an out-of-scope message is.
 */
final class CrossValidation {
    private static final int MANY_ROWS = 6_000;
    /** Fewer intents than this cannot spare any. */
    private static final int SPARES_INTENTS = 3;

    private final Judges judges;

    CrossValidation(Judges judges) {
        this.judges = judges;
    }

    List<Trial> run(List<Example> rows) {
        var folds = rows.size() > MANY_ROWS ? 3 : 5;
        var foldOf = spread(rows, folds);
        var trials = new ArrayList<Trial>();
        for (var fold = 0; fold < folds; fold++) {
            runFold(rows, foldOf, fold, folds, trials);
        }
        return trials;
    }

    /** Each label's rows go round the folds, in shuffled order. */
    private static int[] spread(List<Example> rows, int folds) {
        var random = new SplittableRandom(7);
        var order = new int[rows.size()];
        for (var i = 0; i < order.length; i++) {
            var j = random.nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        var seen = new HashMap<String, Integer>();
        var foldOf = new int[rows.size()];
        for (var row : order) {
            foldOf[row] = (seen.merge(rows.get(row).label(), 1, Integer::sum) - 1) % folds;
        }
        return foldOf;
    }

    private void runFold(List<Example> rows, int[] foldOf, int fold, int folds, List<Trial> trials) {
        var intents = HeadTrainer.labels(rows).stream()
                .filter(label -> !label.equals(IntentHead.OUTSIDE))
                .toList();
        var spared = intents.size() < SPARES_INTENTS
                ? List.<String>of()
                : intents.stream()
                        .filter(intent -> intents.indexOf(intent) % folds == fold)
                        .toList();
        var known = new ArrayList<Example>();
        var asked = new ArrayList<Example>();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            (foldOf[i] == fold || spared.contains(row.label()) ? asked : known).add(row);
        }
        var labels = HeadTrainer.labels(known);
        if (labels.isEmpty()) {
            return;
        }
        var judge = judges.train(known, labels);
        for (var row : asked) {
            trials.add(judge.trial(
                    row.text(), intents.indexOf(row.label()) < 0 || spared.contains(row.label()) ? "" : row.label()));
        }
        for (var nonsense : Nonsense.like(asked, fold)) {
            trials.add(judge.trial(nonsense, ""));
        }
    }
}
