package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.IntentHead;
import dev.shopbell.nlu.model.Meaning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Learns intents from sentence vectors: multinomial logistic regression, with the intents' names as examples where there are
 * few others ({@code order_status} says what it is about).
 */
final class MeaningTrainer {
    /** How much a row may cost against the square of the weights. Chosen on validation rows of four data sets. */
    private static final double COST = 20;
    /** With more rows than this for each intent, a name says nothing new. */
    private static final int NAME_HELPS = 20;

    private static final float NAME_WEIGHT = 0.5f;
    /** Out-of-scope rows stand for all that the world may say; there are never enough of them. */
    private static final float OUTSIDE_WEIGHT = 5;

    private static final int MOST_STEPS = 60;
    private static final double GOOD_ENOUGH = 1e-4;
    /** Rows are summed up in so many parts, side by side; a fixed number, so that every machine gets the same sums. */
    private static final int PARTS = 8;
    /** So many rows of a part are taken together. */
    private static final int TOGETHER = 4;

    private final Sentences sentences;

    MeaningTrainer(Sentences sentences) {
        this.sentences = sentences;
    }

    @SuppressWarnings("ArrayRecordComponent") // used and forgotten in this class
    private record Row(float[] vector, int label, float weight) {}

    /** @param labels in the order that the result shall have */
    Meaning train(List<Example> examples, List<String> labels) {
        var numbers = new HashMap<String, Integer>();
        labels.forEach(label -> numbers.put(label, numbers.size()));
        var rows = new ArrayList<Row>();
        for (var example : examples) {
            rows.add(new Row(
                    sentences.vector(example.text()),
                    numbers.getOrDefault(example.label(), 0),
                    example.label().equals(IntentHead.OUTSIDE) ? OUTSIDE_WEIGHT : 1));
        }
        if (examples.size() <= NAME_HELPS * labels.size()) {
            for (var label : labels) {
                var name = words(label);
                if (!name.isEmpty()) {
                    rows.add(new Row(sentences.ofEnglish(name), numbers.getOrDefault(label, 0), NAME_WEIGHT));
                }
            }
        }
        return new Problem(rows, labels.size()).solve();
    }

    /** {@code order_status}, {@code OrderStatus} and {@code order.status} as words; empty if the name has none. */
    static String words(String name) {
        return name.equals(IntentHead.OUTSIDE)
                ? ""
                : name.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                        .replaceAll("[^\\p{L}\\p{N}]+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT);
    }

    /** The rows, moved so that their mean is zero and stretched so that their mean square length is one. */
    private static final class Problem {
        private final List<Row> rows;
        private final int labels;
        private final int size;
        private final float[] mean;
        private final float stretch;
        private final float[][] vectors;
        private final float[] nothing;

        Problem(List<Row> rows, int labels) {
            this.rows = rows;
            this.labels = labels;
            this.size = rows.getFirst().vector().length;
            this.mean = new float[size];
            this.nothing = new float[size];
            for (var row : rows) {
                for (var i = 0; i < size; i++) {
                    mean[i] += row.vector()[i] / rows.size();
                }
            }
            var squares = 0.0;
            this.vectors = new float[rows.size()][];
            for (var r = 0; r < vectors.length; r++) {
                var moved = rows.get(r).vector().clone();
                for (var i = 0; i < size; i++) {
                    moved[i] -= mean[i];
                    squares += moved[i] * moved[i];
                }
                vectors[r] = moved;
            }
            this.stretch = (float) (1 / Math.sqrt(Math.max(squares / rows.size(), 1e-9)));
            for (var vector : vectors) {
                for (var i = 0; i < size; i++) {
                    vector[i] *= stretch;
                }
            }
        }

        Meaning solve() {
            // One column per label, so that the inner loops run over labels; the last row is the bias.
            var weights = Descent.least(this::costAndSlope, (size + 1) * labels, MOST_STEPS, GOOD_ENOUGH);
            var planes = new float[labels][size + 1];
            for (var label = 0; label < labels; label++) {
                var bias = weights[size * labels + label];
                for (var i = 0; i < size; i++) {
                    planes[label][i] = weights[i * labels + label] * stretch;
                    bias -= planes[label][i] * mean[i];
                }
                planes[label][size] = bias;
            }
            return Meaning.of(planes);
        }

        private double costAndSlope(float[] weights, float[] slope) {
            var slopes = new float[PARTS][];
            var costs = IntStream.range(0, PARTS)
                    .parallel()
                    .mapToDouble(part -> {
                        slopes[part] = new float[weights.length];
                        return cost(part, weights, slopes[part]);
                    })
                    .toArray();
            Arrays.fill(slope, 0);
            for (var part : slopes) {
                for (var i = 0; i < slope.length; i++) {
                    slope[i] += part[i];
                }
            }
            var squares = 0.0;
            for (var i = 0; i < size * labels; i++) {
                squares += weights[i] * weights[i];
                slope[i] += (float) (weights[i] / COST);
            }
            return Arrays.stream(costs).sum() + squares / (2 * COST);
        }

        private double cost(int part, float[] weights, float[] slope) {
            var cost = 0.0;
            var scores = new float[TOGETHER][labels];
            for (var first = part; first < vectors.length; first += PARTS * TOGETHER) {
                for (var which = 0; which < TOGETHER; which++) {
                    System.arraycopy(weights, size * labels, scores[which], 0, labels);
                }
                var a = vector(first);
                var b = vector(first + PARTS);
                var c = vector(first + 2 * PARTS);
                var d = vector(first + 3 * PARTS);
                for (var i = 0; i < size; i++) {
                    spread(weights, i * labels, scores, a[i], b[i], c[i], d[i]);
                }
                for (var which = 0; which < TOGETHER; which++) {
                    cost += toErrors(scores[which], first + which * PARTS);
                }
                for (var i = 0; i < size; i++) {
                    gather(slope, i * labels, scores, a[i], b[i], c[i], d[i]);
                }
                gather(slope, size * labels, scores, 1, 1, 1, 1);
            }
            return cost;
        }

        private float[] vector(int row) {
            return row < vectors.length ? vectors[row] : nothing;
        }

        /** Adds one stretch of weights to the scores of four rows: the weights come from far, and are used four times. */
        private void spread(float[] weights, int from, float[][] scores, float a, float b, float c, float d) {
            var first = scores[0];
            var second = scores[1];
            var third = scores[2];
            var fourth = scores[3];
            for (var label = 0; label < labels; label++) {
                var weight = weights[from + label];
                first[label] += a * weight;
                second[label] += b * weight;
                third[label] += c * weight;
                fourth[label] += d * weight;
            }
        }

        private void gather(float[] slope, int from, float[][] errors, float a, float b, float c, float d) {
            var first = errors[0];
            var second = errors[1];
            var third = errors[2];
            var fourth = errors[3];
            for (var label = 0; label < labels; label++) {
                slope[from + label] += a * first[label] + b * second[label] + c * third[label] + d * fourth[label];
            }
        }

        /** Turns a row's scores into the differences between probabilities and the truth; returns the surprise. */
        private double toErrors(float[] scores, int row) {
            if (row >= vectors.length) {
                Arrays.fill(scores, 0);
                return 0;
            }
            var gold = rows.get(row).label();
            var weight = rows.get(row).weight();
            var top = Float.NEGATIVE_INFINITY;
            for (var score : scores) {
                top = Math.max(top, score);
            }
            var right = scores[gold] - top;
            var sum = 0.0;
            for (var label = 0; label < labels; label++) {
                scores[label] = (float) Math.exp(scores[label] - top);
                sum += scores[label];
            }
            for (var label = 0; label < labels; label++) {
                scores[label] *= weight / (float) sum;
            }
            scores[gold] -= weight;
            return weight * (Math.log(sum) - right);
        }
    }
}
