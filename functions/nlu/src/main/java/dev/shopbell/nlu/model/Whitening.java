package dev.shopbell.nlu.model;

/**
 * Moves and stretches sentence vectors so that what differs between sentences of one intent counts little, and what differs
 * between intents much. The likeness of two vectors is then the cosine of the angle between them.
 *
 * <p>Source: Mahalanobis (1936); for telling what is out of scope, Lee et al., "A Simple Unified Framework for Detecting
 * Out-of-Distribution Samples", NeurIPS 2018.
 *
 * @param mean is subtracted first
 * @param rows a lower triangular matrix, row after row without its zeros, in 8 bits
 * @param scales what a number of 1 is worth, per row
 */
@SuppressWarnings("ArrayRecordComponent") // as in Meaning
public record Whitening(float[] mean, byte[] rows, float[] scales) {
    /** Leaves vectors as they are. */
    public static final Whitening NONE = new Whitening(new float[0], new byte[0], new float[0]);

    /**
     * Rounds a matrix to 8 bits.
     *
     * @param matrix lower triangular: what lies right of the diagonal is not looked at
     */
    public static Whitening of(float[] mean, float[][] matrix) {
        var size = mean.length;
        var rows = new byte[size * (size + 1) / 2];
        var scales = new float[size];
        for (int row = 0, at = 0; row < size; at += ++row) {
            scales[row] = EightBits.scale(matrix[row], row + 1);
            EightBits.round(matrix[row], row + 1, scales[row], rows, at);
        }
        return new Whitening(mean, rows, scales);
    }

    /** The vector in the stretched space, of length 1. */
    public float[] apply(float[] sentence) {
        if (mean.length == 0) {
            return sentence;
        }
        var moved = new float[mean.length];
        for (var i = 0; i < moved.length; i++) {
            moved[i] = sentence[i] - mean[i];
        }
        var result = new float[moved.length];
        var squares = 0.0;
        for (int row = 0, at = 0; row < result.length; at += ++row) {
            result[row] = EightBits.dot(rows, at, moved, row + 1) * scales[row];
            squares += result[row] * result[row];
        }
        var scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-12)));
        for (var i = 0; i < result.length; i++) {
            result[i] *= scale;
        }
        return result;
    }
}
