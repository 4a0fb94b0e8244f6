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

    /** How long an agent's link is good: a ticket that is opened again has new ones. */
    public static final Duration FOR_AGENTS = Duration.ofHours(1);

    /** How long a visitor's link to a file of their own is good: the browser keeps what was said. */
    public static final Duration FOR_VISITORS = Duration.ofDays(1);

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

    /**
     * Where the file can be opened; empty if there is no secret to sign with.
     *
     * @param life at least so long, at most an hour more: it ends at a full hour, so that within one a page is given the same
     *     address again, and need not load the file again
     */
    public Optional<String> to(Which file, Instant now, Duration life) {
        return signed.sign(
                        file.turn() + "|" + file.index() + "|" + file.conversation(),
                        now.truncatedTo(ChronoUnit.HOURS)
                                .plus(Duration.ofHours(1))
                                .plus(life))
                .map(token -> PATH + token);
    }

    /** Which file the signed part of an address opens; empty if we did not sign it, or its time is over. */
    public Optional<Which> read(String token, Instant now) {
        return signed.verify(token, now).map(text -> {
            var fields = text.split("\\|", 3);
            return new Which(ConversationId.parse(fields[2]), Long.parseLong(fields[0]), Integer.parseInt(fields[1]));
        });
    }
}
