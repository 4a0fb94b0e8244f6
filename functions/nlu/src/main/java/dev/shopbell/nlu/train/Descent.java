package dev.shopbell.nlu.train;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Finds the least value of a smooth convex function by its slope: limited-memory BFGS with backtracking.
 *
 * <p>Source: Nocedal and Wright, "Numerical Optimization", 2nd edition, 2006, algorithm 7.5.
 */
final class Descent {
    private static final int MEMORY = 8;
    private static final double ENOUGH_DECREASE = 1e-4;
    private static final int MOST_HALVINGS = 20;

    private Descent() {}

    /** A function of many numbers. */
    @FunctionalInterface
    interface Slope {
        /** The value at a point; writes the slope there into {@code slope}. */
        double at(float[] point, float[] slope);
    }

    @SuppressWarnings("ArrayRecordComponent") // used and forgotten in this class
    private record Step(float[] moved, float[] bent, double curvature) {}

    /**
     * Walks down from zero.
     *
     * @param goodEnough ends when a step gains less than this share of the value
     */
    static float[] least(Slope function, int size, int mostSteps, double goodEnough) {
        var point = new float[size];
        var slope = new float[size];
        var value = function.at(point, slope);
        var memory = new ArrayDeque<Step>();
        var next = new float[size];
        var nextSlope = new float[size];
        for (var step = 0; step < mostSteps; step++) {
            var direction = direction(slope, memory);
            var descent = dot(direction, slope);
            var length = step == 0 ? 1 / Math.max(1e-9, Math.sqrt(dot(slope, slope))) : 1.0;
            var nextValue = Double.POSITIVE_INFINITY;
            for (var halving = 0; halving < MOST_HALVINGS; halving++, length /= 2) {
                for (var i = 0; i < size; i++) {
                    next[i] = (float) (point[i] + length * direction[i]);
                }
                nextValue = function.at(next, nextSlope);
                if (nextValue <= value + ENOUGH_DECREASE * length * descent) {
                    break;
                }
            }
            if (!(nextValue < value)) {
                break;
            }
            remember(memory, point, next, slope, nextSlope);
            var gain = value - nextValue;
            System.arraycopy(next, 0, point, 0, size);
            System.arraycopy(nextSlope, 0, slope, 0, size);
            value = nextValue;
            if (gain < goodEnough * Math.abs(value)) {
                break;
            }
        }
        return point;
    }

    private static void remember(Deque<Step> memory, float[] from, float[] to, float[] before, float[] after) {
        var moved = new float[from.length];
        var bent = new float[from.length];
        for (var i = 0; i < from.length; i++) {
            moved[i] = to[i] - from[i];
            bent[i] = after[i] - before[i];
        }
        var curvature = dot(moved, bent);
        if (curvature > 1e-12) {
            memory.addLast(new Step(moved, bent, curvature));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    private static float[] direction(float[] slope, Deque<Step> memory) {
        var direction = Arrays.copyOf(slope, slope.length);
        var shares = new double[memory.size()];
        var at = memory.size();
        for (var steps = memory.descendingIterator(); steps.hasNext(); ) {
            var step = steps.next();
            shares[--at] = dot(step.moved(), direction) / step.curvature();
            add(direction, step.bent(), -shares[at]);
        }
        if (!memory.isEmpty()) {
            var last = memory.getLast();
            var scale = last.curvature() / dot(last.bent(), last.bent());
            for (var i = 0; i < direction.length; i++) {
                direction[i] *= (float) scale;
            }
        }
        for (var step : memory) {
            add(direction, step.moved(), shares[at++] - dot(step.bent(), direction) / step.curvature());
        }
        for (var i = 0; i < direction.length; i++) {
            direction[i] = -direction[i];
        }
        return direction;
    }

    private static void add(float[] to, float[] what, double times) {
        var factor = (float) times;
        for (var i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(float[] a, float[] b) {
        var sum = 0.0;
        for (var i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
