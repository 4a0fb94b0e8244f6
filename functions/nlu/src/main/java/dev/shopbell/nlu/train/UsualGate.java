package dev.shopbell.nlu.train;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What tells in scope from out of scope in most bots: where a bot's own rows are too few to learn it from, and where
 * learning begins. Learned from many small bots whose strangers are known, as {@code benchmarks/understanding/few-rows} does.
 *
 * @param signs one per sign, in their order
 * @param constant added to the weighted signs
 */
record UsualGate(List<Sign> signs, double constant) {
    /** By words alone, and by words and meaning; a line is a sign's mean, spread and weight, the constant's weight last. */
    private static final UsualGate OF_WORDS = read("scope-by-words.tsv");

    private static final UsualGate OF_BOTH = read("scope.tsv");
    private static final double LEAST_SPREAD = 1e-3;

    /**
     * @param mean over all rows of the small bots
     * @param spread standard deviation over them
     * @param weight of the sign less its mean, in spreads
     */
    record Sign(double mean, double spread, double weight) {}

    /** @param size how many signs there are */
    static UsualGate of(int size) {
        return size == OF_WORDS.signs().size() ? OF_WORDS : OF_BOTH;
    }

    /** Signs on a scale on which they are as far from 0 as from each other; the constant's 1 last. */
    double[] scaled(double[] signs) {
        var scaled = new double[signs.length + 1];
        for (var i = 0; i < signs.length; i++) {
            scaled[i] =
                    (signs[i] - this.signs.get(i).mean()) / this.signs.get(i).spread();
        }
        scaled[signs.length] = 1;
        return scaled;
    }

    /** The usual weights of scaled signs, the constant last. */
    double[] weights() {
        var weights = new double[signs.size() + 1];
        for (var i = 0; i < signs.size(); i++) {
            weights[i] = signs.get(i).weight();
        }
        weights[signs.size()] = constant;
        return weights;
    }

    /** Weights of scaled signs as weights of the signs as they are. */
    List<Double> unscaled(double[] weights) {
        var result = new ArrayList<Double>();
        var last = weights[signs.size()];
        for (var i = 0; i < signs.size(); i++) {
            result.add(weights[i] / signs.get(i).spread());
            last -= weights[i] * signs.get(i).mean() / signs.get(i).spread();
        }
        result.add(last);
        return result;
    }

    /** A gate that knows nothing yet but the signs' scales. */
    static UsualGate scales(List<double[]> rows) {
        var signs = new ArrayList<Sign>();
        for (var i = 0; i < rows.getFirst().length; i++) {
            var sign = i;
            var mean = rows.stream().mapToDouble(row -> row[sign]).average().orElse(0);
            var squares = rows.stream().mapToDouble(row -> Math.pow(row[sign] - mean, 2));
            signs.add(new Sign(
                    mean, Math.max(LEAST_SPREAD, Math.sqrt(squares.average().orElse(0))), 0));
        }
        return new UsualGate(signs, 0);
    }

    /** The same scales with other weights, the constant last. */
    UsualGate with(double[] weights) {
        var others = new ArrayList<Sign>();
        for (var i = 0; i < signs.size(); i++) {
            others.add(new Sign(signs.get(i).mean(), signs.get(i).spread(), weights[i]));
        }
        return new UsualGate(others, weights[signs.size()]);
    }

    /** As it is written in a resource. */
    String table() {
        return Stream.concat(signs.stream(), Stream.of(new Sign(0, 1, constant)))
                .map(sign -> String.format(Locale.ROOT, "%.4f\t%.4f\t%.4f", sign.mean(), sign.spread(), sign.weight()))
                .collect(Collectors.joining("\n"));
    }

    private static UsualGate read(String resource) {
        var stream = Objects.requireNonNull(
                UsualGate.class.getResourceAsStream(resource), resource + " is missing in the package");
        try (var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            var rows = reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
            var signs = rows.subList(0, rows.size() - 1).stream()
                    .map(row -> new Sign(number(row[0]), number(row[1]), number(row[2])))
                    .toList();
            return new UsualGate(signs, number(rows.getLast()[2]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }
}
