package dev.shopbell.nlu.train;

import dev.shopbell.nlu.model.Whitening;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Learns how sentences of one intent differ from each other, which is what should not count. */
final class WhiteningTrainer {
    /** How much of what was seen is not believed, and taken to be alike in all directions. Chosen on validation rows. */
    private static final double SHRINKAGE = 0.8;

    private WhiteningTrainer() {}

    /** @param groups sentence vectors, those of an intent together */
    static Whitening train(List<List<float[]>> groups) {
        var vectors = groups.stream().flatMap(List::stream).toList();
        var spare = vectors.size() - groups.size();
        if (spare <= 0) {
            return Whitening.NONE;
        }
        var residues = groups.stream().flatMap(WhiteningTrainer::residues).toList();
        var covariance = covariance(residues, spare);
        var size = covariance.length;
        var usual = 0.0;
        for (var i = 0; i < size; i++) {
            usual += covariance[i][i] / size;
        }
        if (usual <= 0) {
            return Whitening.NONE;
        }
        for (var i = 0; i < size; i++) {
            for (var j = 0; j <= i; j++) {
                covariance[i][j] *= 1 - SHRINKAGE;
            }
            covariance[i][i] += SHRINKAGE * usual;
        }
        return Whitening.of(mean(vectors), inverse(root(covariance)));
    }

    private static Stream<float[]> residues(List<float[]> group) {
        var mean = mean(group);
        return group.stream().map(vector -> {
            var residue = vector.clone();
            for (var i = 0; i < residue.length; i++) {
                residue[i] -= mean[i];
            }
            return residue;
        });
    }

    private static float[] mean(List<float[]> vectors) {
        var mean = new float[vectors.getFirst().length];
        for (var vector : vectors) {
            for (var i = 0; i < mean.length; i++) {
                mean[i] += vector[i] / vectors.size();
            }
        }
        return mean;
    }

    /** The lower half; rows are summed up side by side, each in the order of the residues. */
    private static double[][] covariance(List<float[]> residues, int spare) {
        var size = residues.getFirst().length;
        var half = new double[size][];
        IntStream.range(0, size).parallel().forEach(i -> {
            var row = new double[i + 1];
            for (var residue : residues) {
                var factor = residue[i] / spare;
                for (var j = 0; j <= i; j++) {
                    row[j] += factor * residue[j];
                }
            }
            half[i] = row;
        });
        return half;
    }

    /** Cholesky: the lower triangle whose product with its transpose is the matrix. */
    private static double[][] root(double[][] matrix) {
        var root = new double[matrix.length][];
        for (var i = 0; i < root.length; i++) {
            root[i] = new double[i + 1];
            for (var j = 0; j <= i; j++) {
                var sum = matrix[i][j];
                for (var k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? Math.sqrt(sum) : sum / root[j][j];
            }
        }
        return root;
    }

    /** The inverse of a lower triangle, row by row. */
    private static float[][] inverse(double[][] triangle) {
        var size = triangle.length;
        var inverse = new double[size][size];
        var result = new float[size][size];
        for (var i = 0; i < size; i++) {
            for (var k = 0; k < i; k++) {
                for (var j = 0; j <= k; j++) {
                    inverse[i][j] -= triangle[i][k] * inverse[k][j];
                }
            }
            for (var j = 0; j < i; j++) {
                inverse[i][j] /= triangle[i][i];
            }
            inverse[i][i] = 1 / triangle[i][i];
            for (var j = 0; j <= i; j++) {
                result[i][j] = (float) inverse[i][j];
            }
        }
        return result;
    }
}
