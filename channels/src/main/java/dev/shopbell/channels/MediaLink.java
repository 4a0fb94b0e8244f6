package dev.shopbell.channels;

import dev.shopbell.conversation.ConversationId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * The address under which a customer's file is opened: {@code /media/<signed>}. The address itself is the permission, so that a
 * browser can show a picture with {@code <img src>}, which sends no token: whoever has it may open that one file, for as long as
 * it is good. It names no platform's address and holds no key of ours.
 */
public final class MediaLink {

    /** What precedes the signed part. */
    public static final String PATH = "/media/";

    /** At least one hour, at most two: it ends at a full hour, so that within one a page is given the same address again. */
    private static final Duration LIFE = Duration.ofHours(2);

    private final SignedText signed;

    /** @param settings names {@code WEB_TOKEN_SECRET} */
    public MediaLink(Function<String, Optional<String>> settings) {
        this.signed = new SignedText(settings, "media");
    }

    /**
     * One file: the attachment at that index of that turn.
     *
     * @param index from 0
     */
    public record Which(ConversationId conversation, long turn, int index) {}

    /** Where the file can be opened for the next hour; empty if there is no secret to sign with. */
    public Optional<String> to(Which file, Instant now) {
        return signed.sign(
                        file.turn() + "|" + file.index() + "|" + file.conversation(),
                        now.truncatedTo(ChronoUnit.HOURS).plus(LIFE))
                .map(token -> PATH + token);
    }

    /** Which file the signed part of an address opens; empty if we did not sign it, or its time is over. */
    public Optional<Which> read(String token, Instant now) {
        return signed.verify(token, now).map(text -> {
            var fields = text.split("\\|", 3);
            return new Which(
                    ConversationId.parse(fields[2]), Long.parseLong(fields[0]), Integer.parseInt(fields[1]));
        });
    }
}
