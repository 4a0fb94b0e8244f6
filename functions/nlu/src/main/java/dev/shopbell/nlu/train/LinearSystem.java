package dev.shopbell.nlu.train;

/** Small systems of linear equations. */
final class LinearSystem {
    private static final double LEAST_PIVOT = 1e-12;

    private LinearSystem() {}

    /**
     * Solves by elimination without pivots, which a sum of covariances and ridges does not need.
     *
     * @param matrix symmetric, positive; overwritten
     * @param right overwritten
     */
    static double[] solve(double[][] matrix, double[] right) {
        var size = right.length;
        for (var i = 0; i < size; i++) {
            var pivot = Math.max(matrix[i][i], LEAST_PIVOT);
            for (var j = i + 1; j < size; j++) {
                var factor = matrix[j][i] / pivot;
                for (var k = i; k < size; k++) {
                    matrix[j][k] -= factor * matrix[i][k];
                }
                right[j] -= factor * right[i];
            }
        }
        var result = new double[size];
        for (var i = size - 1; i >= 0; i--) {
            var sum = right[i];
            for (var k = i + 1; k < size; k++) {
                sum -= matrix[i][k] * result[k];
            }
            result[i] = sum / Math.max(matrix[i][i], LEAST_PIVOT);
        }
        return result;
    }
}
