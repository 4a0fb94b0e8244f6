package dev.shopbell.nlu.model;

/** Numbers rounded to 8 bits and one scale: a quarter of the size, and nothing lost that can be measured here. */
final class EightBits {
    private EightBits() {}

    /** What 1 is worth, so that the largest of the first numbers just fits. */
    static float scale(float[] numbers, int size) {
        var largest = 0f;
        for (var i = 0; i < size; i++) {
            largest = Math.max(largest, Math.abs(numbers[i]));
        }
        return Math.max(largest, 1e-6f) / Byte.MAX_VALUE;
    }

    static void round(float[] numbers, int size, float scale, byte[] into, int from) {
        for (var i = 0; i < size; i++) {
            into[from + i] = (byte) Math.round(numbers[i] / scale);
        }
    }

    static float dot(byte[] rounded, int from, float[] numbers, int size) {
        // Four sums side by side: floats may not be reordered by the compiler, so we do it.
        float a = 0;
        float b = 0;
        float c = 0;
        float d = 0;
        for (var i = 0; i + 3 < size; i += 4) {
            a += rounded[from + i] * numbers[i];
            b += rounded[from + i + 1] * numbers[i + 1];
            c += rounded[from + i + 2] * numbers[i + 2];
            d += rounded[from + i + 3] * numbers[i + 3];
        }
        var sum = a + b + c + d;
        for (var i = size & ~3; i < size; i++) {
            sum += rounded[from + i] * numbers[i];
        }
        return sum;
    }
}
