package dev.shopbell.nlu.report;

/** The understanding that is examined. */
@FunctionalInterface
public interface Answerer {

    /**
     * Answers one text as it answered those of the examination.
     *
     * @param gold the right intent, to be handed on
     */
    Answered answer(String text, String gold);
}
