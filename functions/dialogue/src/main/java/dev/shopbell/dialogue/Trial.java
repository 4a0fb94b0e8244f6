package dev.shopbell.dialogue;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.Opinion.Part;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Which conversations a second engine answers. A conversation falls to one side for good, by a hash of its name and the
 * engine's, so that nobody is understood now this way and now that.
 */
final class Trial implements Hearings {

    private static final int PARTS_OF_ALL = 10_000;

    private final Understands own;
    private final SecondEngine second;
    private final double percent;
    private final boolean shadow;
    private final BooleanSupplier isHalted;

    /**
     * @param percent the share of conversations that the second engine answers, 0 to 100
     * @param shadow whether it sees afterwards what it does not answer
     * @param isHalted whether it was found to do worse, and answers nobody
     */
    Trial(Understands own, SecondEngine second, double percent, boolean shadow, BooleanSupplier isHalted) {
        this.own = own;
        this.second = second;
        this.percent = percent;
        this.shadow = shadow;
        this.isHalted = isHalted;
    }

    @Override
    public Optional<Hearing> of(ConversationId conversation) {
        return part(conversation).map(part -> new Hearing(own, second, part, shadow));
    }

    private Optional<Part> part(ConversationId conversation) {
        if (percent > 0 && !isHalted.getAsBoolean()) {
            var answers = place(conversation) < percent / 100 * PARTS_OF_ALL;
            return Optional.of(answers ? Part.TRIAL : Part.CONTROL);
        }
        return shadow ? Optional.of(Part.SHADOW) : Optional.empty();
    }

    /** 0 to 9,999, evenly. */
    private int place(ConversationId conversation) {
        try {
            var sha = MessageDigest.getInstance("SHA-256")
                    .digest((second.name() + "|" + conversation).getBytes(StandardCharsets.UTF_8));
            return Math.floorMod(ByteBuffer.wrap(sha).getInt(), PARTS_OF_ALL);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
