package dev.shopbell.channels.road;

import dev.shopbell.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;

/**
 * How fast one number may write to one person, learned from the platform's own refusal.
 *
 * <p>WhatsApp allows about one message in six seconds to one person, lets bursts of up to 45 through, and then refuses with 131056
 * until the borrowed time has passed. How much of it is borrowed only WhatsApp knows: other software may send from the same number.
 * So nothing is held back on a guess, which would slow a lively chat for no reason; but after the first 131056, for
 * {@link #REMEMBERED}, every message takes its six seconds. The pace belongs to the conversation's own state and is written with its
 * turns, so that it costs nothing where it is not needed.
 *
 * <p>Source: developers.facebook.com/docs/whatsapp/cloud-api/overview "Pair rate limits".
 *
 * @param until how long the lesson counts; {@link Instant#EPOCH} if there was none
 * @param next when the next message may go out
 */
public record PairPace(Instant until, Instant next) {

    /** Nothing was refused. */
    public static final PairPace FREE = new PairPace(Instant.EPOCH, Instant.EPOCH);

    /** So long a refusal counts. */
    public static final Duration REMEMBERED = Duration.ofHours(4);

    private static final Duration EACH = Duration.ofSeconds(6);

    /** Whether the platform said that this one person gets too much. */
    public static boolean isExceeded(ConversationId conversation, String code) {
        return conversation.channel().value().equals("whatsapp") && code.equals("131056");
    }

    /** After a refusal. What was refused is tried again after one time, and what comes behind it goes after another. */
    public PairPace refused(Instant now) {
        return new PairPace(now.plus(REMEMBERED), later(next, now.plus(EACH.multipliedBy(2))));
    }

    /** How long to wait before something is said; zero if it may be said now. */
    public Duration waits(Instant now) {
        return isKept(now) && now.isBefore(next) ? Duration.between(now, next) : Duration.ZERO;
    }

    /** After so many messages that are sent now. What is said together goes out together, and is waited for afterwards. */
    public PairPace saying(int messages, Instant now) {
        return isKept(now) ? new PairPace(until, later(next, now).plus(EACH.multipliedBy(messages))) : FREE;
    }

    private boolean isKept(Instant now) {
        return now.isBefore(until);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
