package dev.shopbell.nlu.entity;

/**
 * A text that may be looked at so many times only. A bot's own pattern can be of the kind that takes years over a hostile
 * text ({@code (a+)+b}); reading through this, it takes a few milliseconds and gives up.
 */
final class BoundedText implements CharSequence {
    /** A sane pattern looks a few dozen times at each of at most 2,000 characters. */
    private static final int MOST_LOOKS = 500_000;

    private final String text;
    private int left = MOST_LOOKS;

    BoundedText(String text) {
        this.text = text;
    }

    /** The pattern looked too often. */
    static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyLooks() {
            super("A pattern takes too long over a text", null, false, false);
        }
    }

    @Override
    public char charAt(int index) {
        if (--left < 0) {
            throw new TooManyLooks();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
