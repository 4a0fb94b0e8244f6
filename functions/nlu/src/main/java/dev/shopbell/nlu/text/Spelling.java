package dev.shopbell.nlu.text;

/** What is counted of a run of letters to tell its language: its pieces, itself, and itself with its neighbour. */
public final class Spelling {
    /** Features have orders: the length of a piece, from 1 to this. */
    public static final int LONGEST_PIECE = 5;
    /** The order of a whole run. */
    public static final int WHOLE = LONGEST_PIECE + 1;
    /** The order of two neighbours. */
    public static final int PAIR = LONGEST_PIECE + 2;
    /** How many orders there are, 0 (nothing) among them. */
    public static final int ORDERS = PAIR + 1;

    private Spelling() {}

    /** Takes a feature. */
    @FunctionalInterface
    public interface Taker {
        void take(int hash, int order);
    }

    /**
     * Counts.
     *
     * @param previous the run before; empty for the first
     */
    public static void of(String run, String previous, Taker taker) {
        var marked = " " + run + " ";
        for (var from = 0; from < marked.length(); from++) {
            var hash = Hash.start('p');
            for (var length = 1; length <= LONGEST_PIECE && from + length <= marked.length(); length++) {
                hash = Hash.add(hash, marked.charAt(from + length - 1));
                if (length > 1 || marked.charAt(from) != ' ') {
                    taker.take(Hash.finish(hash), length);
                }
            }
        }
        taker.take(Hash.finish(Hash.add(Hash.start('w'), run, 0, run.length())), WHOLE);
        var pair = Hash.add(Hash.add(Hash.start('n'), previous, 0, previous.length()), ' ');
        taker.take(Hash.finish(Hash.add(pair, run, 0, run.length())), PAIR);
    }
}
