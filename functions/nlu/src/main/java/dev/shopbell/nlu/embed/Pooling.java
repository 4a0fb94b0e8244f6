package dev.shopbell.nlu.embed;

/**
 * One vector out of a model's states: their mean. Beside the nearest examples the summary token's state adds nothing to it
 * (measured on validation rows of two sets), and doubles what is stored and learned.
 */
record Pooling(int width) {

    int size() {
        return width;
    }

    /**
     * The vector of a text, of length 1.
     *
     * @param states of its pieces, one after the other
     */
    float[] vector(float[] states) {
        var vector = new float[width];
        for (var from = 0; from < states.length; from += width) {
            for (var i = 0; i < width; i++) {
                vector[i] += states[from + i];
            }
        }
        var squares = 0.0;
        for (var number : vector) {
            squares += number * number;
        }
        var scale = (float) (1 / Math.sqrt(Math.max(squares, 1e-12)));
        for (var i = 0; i < width; i++) {
            vector[i] *= scale;
        }
        return vector;
    }
}
