package dev.shopbell.dialogue;

import dev.shopbell.conversation.Turn;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.platform.Opinion;
import java.util.Optional;

/** The way to a second engine: the engine function on AWS, anything else in a test. Nothing here throws. */
interface SecondEngine {

    /** As it is counted: {@code lex:BOT/ALIAS}, {@code bedrock:MODEL}. */
    String name();

    /** What it makes of the words, within the time that a customer may wait for it. */
    Answer ask(Utterance utterance);

    /** Has it look at words that were answered already; nobody waits. */
    void showLater(Utterance utterance, Turn turn, String own);

    /** Keeps an opinion for the counters. */
    void note(Opinion opinion);

    /**
     * What came of asking.
     *
     * @param understanding empty if there is none
     * @param trouble why there is none: {@code timeout}, {@code throttled}, …; empty if there is, or nobody asked
     */
    record Answer(Optional<Understanding> understanding, String trouble, long millis) {

        static final Answer NOT_ASKED = new Answer(Optional.empty(), "", 0);

        static Answer failed(String trouble, long millis) {
            return new Answer(Optional.empty(), trouble, millis);
        }
    }
}
