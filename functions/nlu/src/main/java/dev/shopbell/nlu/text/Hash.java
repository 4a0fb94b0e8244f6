package dev.shopbell.nlu.text;

/** Turns a feature into 32 bits: FNV-1a over its kind and characters, finished as in MurmurHash3 (both public domain). */
public final class Hash {
    private static final int OFFSET = 0x811C9DC5;
    private static final int PRIME = 0x01000193;

    private Hash() {}

    public static int start(int kind) {
        return (OFFSET ^ kind) * PRIME;
    }

    public static int add(int hash, CharSequence text, int from, int to) {
        var result = hash;
        for (var i = from; i < to; i++) {
            result = add(result, text.charAt(i));
        }
        return result;
    }

    public static int add(int hash, char c) {
        return (((hash ^ (c & 0xFF)) * PRIME) ^ (c >>> 8)) * PRIME;
    }

    /** Spreads the bits; 0 is kept free to mean "nothing". */
    public static int finish(int hash) {
        var h = hash;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        h ^= h >>> 13;
        h *= 0xC2B2AE35;
        h ^= h >>> 16;
        return h == 0 ? 1 : h;
    }
}
