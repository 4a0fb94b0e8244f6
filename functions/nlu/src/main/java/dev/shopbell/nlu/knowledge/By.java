package dev.shopbell.nlu.knowledge;

/** How passages are looked for. */
public enum By {
    /** By words alone: what other languages than the encoder's have. */
    WORDS,
    /** By meaning alone; by words where a language is not encoded. */
    MEANING,
    /** As customers are answered. */
    BOTH
}
