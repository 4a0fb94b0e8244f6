package dev.shopbell.nlu.text;

import java.util.Arrays;

/** Hashed features in the order they were found, repeats included. Grows; not for sharing between threads. */
public final class Bag {
    private int[] hashes = new int[64];
    private int size;

    void add(int hash) {
        if (size == hashes.length) {
            hashes = Arrays.copyOf(hashes, size * 2);
        }
        hashes[size++] = hash;
    }

    /** The features, sorted, repeats included. */
    public int[] sorted() {
        var copy = Arrays.copyOf(hashes, size);
        Arrays.sort(copy);
        return copy;
    }
}
