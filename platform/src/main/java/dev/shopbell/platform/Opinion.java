package dev.shopbell.platform;

import dev.shopbell.conversation.ConversationId;
import java.time.Instant;

/**
 * What one turn tells about a second engine beside our own: made for the counters, and without a word of the customer's.
 *
 * @param part what the second engine had to do with the turn
 * @param engine names the second engine, {@code lex:BOT/ALIAS} or {@code bedrock:MODEL}
 * @param own the best intent by our own engine; empty if it held the words to be out of scope
 * @param other the best intent by the second one; empty if it held them to be out of scope, or did not answer
 * @param trouble why the second engine did not answer ({@code timeout}, {@code throttled}, …); empty if it did, or was not asked
 * @param millis how long its answer took, or the wait for it; 0 if it was not asked
 * @param bad whether the turn went badly for the customer: not understood, or a person called for after the bot had spoken
 */
public record Opinion(
        ConversationId conversation,
        long turn,
        Part part,
        String engine,
        String own,
        String other,
        String trouble,
        long millis,
        boolean bad,
        Instant at) {

    /** What a second engine may have to do with a turn. */
    public enum Part {
        /** It saw the text afterwards; nobody waited for it. */
        SHADOW,
        /** Our own engine answered, for a conversation that the second one is compared with. */
        CONTROL,
        /** The second engine was to answer. */
        TRIAL
    }

    /** {@code same}, {@code refused} (both did), {@code differ}, {@code failed}; empty if the second engine was not asked. */
    public String agreement() {
        if (part == Part.CONTROL) {
            return "";
        }
        if (!trouble.isEmpty()) {
            return "failed";
        }
        if (!own.equals(other)) {
            return "differ";
        }
        return own.isEmpty() ? "refused" : "same";
    }
}
