package dev.shopbell.channels.web;

import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.SignedText;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ConversationId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * A visitor's file on its way: what may be sent, where it is put, and by which id the message that follows names it. The id is
 * signed and holds all of that, the conversation included: so no table remembers uploads, and nobody sends somebody else's.
 */
public final class WebUpload {

    /** The largest file a visitor may send, in bytes. */
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    /** The longest name that is kept. */
    public static final int LONGEST_NAME = 120;

    /** The types that visitors may send, and what we call such a file. */
    private static final Map<String, String> KINDS = Map.of(
            "image/jpeg", "image",
            "image/png", "image",
            "image/gif", "image",
            "image/webp", "image",
            "application/pdf", "document",
            "text/plain", "document");

    private final SignedText signed;

    /** @param settings names {@code WEB_TOKEN_SECRET} */
    public WebUpload(Function<String, Optional<String>> settings) {
        this.signed = new SignedText(settings, "upload");
    }

    /** Whether visitors may send files of this type, written as it is in {@code image/png}. */
    public static boolean takes(String type) {
        return KINDS.containsKey(type);
    }

    /** A new place for a file of this conversation, below the prefix that is the conversation's own. */
    public static String place(ConversationId conversation) {
        var whose = Hmac.sha256Hex(Transport.utf8(conversation.toString())).substring(0, 32);
        return "web/" + whose + "/" + UUID.randomUUID();
    }

    /**
     * The id by which a message may name the file; empty if there is no secret to sign with.
     *
     * @param place from {@link #place}
     */
    public Optional<String> id(ConversationId conversation, String place, String type, String name, Instant until) {
        return signed.sign(place + "|" + type + "|" + conversation + "|" + name, until);
    }

    /** The file that an id names, if this conversation was given that id and its time is not over. */
    Optional<Attachment> read(String id, ConversationId conversation, Instant now) {
        return signed.verify(id, now)
                .map(text -> text.split("\\|", 4))
                .filter(fields -> fields[2].equals(conversation.toString()))
                .map(fields ->
                        new Attachment(KINDS.getOrDefault(fields[1], "document"), fields[3], fields[1], fields[0]));
    }
}
