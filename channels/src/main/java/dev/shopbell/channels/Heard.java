package dev.shopbell.channels;

import dev.shopbell.channels.road.Keywords;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Wish;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Turns what a person did on a channel into mail for the conversation. */
public final class Heard {

    /** More than any channel lets a person write; what is beyond was not typed by one. */
    private static final int LONGEST = 10_000;

    private final ConversationId conversation;
    private final MessageId id;
    private final Instant sentAt;
    private final Instant receivedAt;
    private final String profileName;
    private final String alias;

    private Heard(
            ConversationId conversation,
            MessageId id,
            Instant sentAt,
            Instant receivedAt,
            String profileName,
            String alias) {
        this.conversation = conversation;
        this.id = id;
        this.sentAt = sentAt;
        this.receivedAt = receivedAt;
        this.profileName = profileName;
        this.alias = alias;
    }

    /**
     * Who speaks, and when. Empty if there is nobody to answer.
     *
     * @param facts with {@code id} and {@code ts} where the platform gave them. Without an id one is derived from who, when
     *     and what, the same for each repetition of the delivery
     */
    public static Optional<Heard> from(
            ChannelName channel,
            Optional<String> account,
            Optional<String> person,
            Facts facts,
            Optional<String> profileName,
            Instant receivedAt) {
        if (account.isEmpty() || person.isEmpty()) {
            return Optional.empty();
        }
        var conversation = new ConversationId(channel, account.get().replace(':', '~'), person.get());
        var event = facts.nothing();
        var id = facts.text("id")
                .orElseGet(() -> Hmac.sha256Hex(Transport.utf8(event.facts().toString())));
        return Optional.of(new Heard(
                conversation,
                new MessageId(channel + ":" + id),
                facts.at(receivedAt),
                receivedAt,
                profileName.orElse(""),
                ""));
    }

    /** The same, from a person who has another id beside the one that is answered; it is kept with what they wish. */
    public Heard alsoKnownAs(Optional<String> other) {
        return new Heard(
                conversation,
                id,
                sentAt,
                receivedAt,
                profileName,
                other.filter(some -> !some.equals(conversation.person())).orElse(""));
    }

    /** Nobody spoke: the platform says how far all of ours came that was sent until then. */
    public ChannelEvent.Meaning reached(DeliveryStatus status, OptionalLong untilMillis) {
        return untilMillis.isPresent() && untilMillis.getAsLong() > 0
                ? new ChannelEvent.Meaning.Reached(
                        conversation, status, earlier(Instant.ofEpochMilli(untilMillis.getAsLong()), receivedAt))
                : ChannelEvent.Meaning.NOTHING;
    }

    /** Nothing is read before it is written: a mark from the future would settle what is yet to be sent. */
    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    /** What those words of that person wish, if they are such words there. */
    public static Optional<Wish> wish(ChannelName channel, String person, String words) {
        return Keywords.wish(channel, person, words);
    }

    /** Words; those that wish for no more messages, or for them again, are known as such. */
    public ChannelEvent.Meaning text(String body) {
        return wish(conversation.channel(), conversation.person(), body)
                .map(wish -> wished(wish, body, false))
                .orElseGet(() -> mail(new InboundMessage.Text(id, conversation, shorten(body))));
    }

    /** Words with files beside them; what is a wish is a wish all the same. */
    public ChannelEvent.Meaning text(String body, List<Attachment> files) {
        return files.isEmpty()
                        || wish(conversation.channel(), conversation.person(), body)
                                .isPresent()
                ? text(body)
                : mail(new InboundMessage.Text(id, conversation, shorten(body), files));
    }

    /**
     * Words of ours for what came in none, a place or a form filled in: to be understood as words are, but never as a wish.
     *
     * @param words empty if nothing is known of it: then it is only of its kind
     */
    public ChannelEvent.Meaning inWords(String kind, String words) {
        return words.isBlank()
                ? unsupported(kind, Optional.empty())
                : mail(new InboundMessage.Text(id, conversation, shorten(words)));
    }

    /** A wish that the platform told us of; {@code answered} if it has told the customer already. */
    public ChannelEvent.Meaning wished(Wish wish, String body, boolean answered) {
        return mail(new InboundMessage.Consent(id, conversation, wish, shorten(body), answered, alias));
    }

    /** A choice without a value is only its words. */
    public ChannelEvent.Meaning choice(Optional<String> value, Optional<String> title) {
        return value.map(some ->
                        mail(new InboundMessage.Choice(id, conversation, shorten(some), shorten(title.orElse("")))))
                .orElseGet(() -> text(title.orElse("")));
    }

    public ChannelEvent.Meaning unsupported(String kind, Optional<String> caption) {
        return unsupported(kind, caption, List.of());
    }

    /** Something with files in it. */
    public ChannelEvent.Meaning unsupported(String kind, Optional<String> caption, List<Attachment> attachments) {
        return mail(new InboundMessage.Unsupported(id, conversation, kind, shorten(caption.orElse("")), attachments));
    }

    private ChannelEvent.Meaning mail(InboundMessage message) {
        return new ChannelEvent.Meaning.Said(new Mail.CustomerSaid(message, sentAt, receivedAt, profileName));
    }

    private static String shorten(String text) {
        return text.length() <= LONGEST ? text : Words.clean(text.substring(0, LONGEST));
    }
}
