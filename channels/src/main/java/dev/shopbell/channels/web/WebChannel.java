package dev.shopbell.channels.web;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Heard;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.SocketPush;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The chat on the shop's pages: our own dialect, over HTTP and sockets. */
public final class WebChannel implements Channel {

    /** Its name in conversation ids. */
    public static final ChannelName NAME = new ChannelName("web");

    /** The longest message a visitor may write, in UTF-16 units. */
    public static final int LONGEST_TEXT = 4000;

    private static final int LONGEST_ID = 64;

    private final VisitorToken tokens;
    private final WebUpload uploads;
    private final SocketPush sockets;
    private final Clock clock;

    /** @param settings names {@code WEB_TOKEN_SECRET} */
    public WebChannel(Function<String, Optional<String>> settings, SocketPush sockets, Clock clock) {
        this.tokens = new VisitorToken(settings);
        this.uploads = new WebUpload(settings);
        this.sockets = sockets;
        this.clock = clock;
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    /** Whether it bears a visitor's token of ours. */
    @Override
    public boolean isAuthentic(WebhookRequest request) {
        return visitor(request).isPresent();
    }

    /**
     * Reads {@code {"text"}}, {@code {"choice"}} or {@code {"attachment", "text"?}}, with an {@code id} that the client chose so that it may send again
     * without being heard twice.
     */
    @Override
    public Reading read(WebhookRequest request, Instant receivedAt) {
        return Fields.object(request.body())
                .map(said -> read(said, visitor(request), receivedAt))
                .orElseGet(() -> new Reading.Malformed(
                        "The body is not a JSON object in UTF-8. Send {\"text\": \"…\"} or {\"choice\": \"…\"}."));
    }

    /** What was uploaded before is in our own bucket: the attachment names its place there. */
    @Override
    public Media fetch(Attachment attachment, Download download) {
        return new Media.Kept(attachment.source());
    }

    /** Pushes; what no open socket takes is read by cursor later, so it is accepted in any case. */
    @Override
    public SendOutcome send(ReplyId id, Reply reply, int fromPart) {
        return sendAs(Turn.Speaker.CUSTOMER, id, reply, fromPart);
    }

    @Override
    public SendOutcome sendAs(Turn.Speaker author, ReplyId id, Reply reply, int fromPart) {
        var body = Fields.JSON.createObjectNode();
        WebMessage.write(body.putArray("messages").addObject(), id, WebMessage.author(author), reply, clock.instant());
        body.put("cursor", new WebCursor(id.turn(), id.index()).toString());
        sockets.push(id.conversation(), body.toString());
        return new SendOutcome.Accepted(id.toString());
    }

    @Override
    public boolean keepsReplies() {
        return true;
    }

    /** Who asks, and so whose conversation may be read and spoken in; empty without a good token. */
    public Optional<Visitor> visitor(WebhookRequest request) {
        return request.header("Authorization")
                .filter(header -> header.startsWith("Bearer "))
                .flatMap(header ->
                        tokens.verify(header.substring("Bearer ".length()).strip(), clock.instant()));
    }

    /** Whether the words are more than a visitor may write at once. */
    public static boolean isTooLong(WebhookRequest request) {
        return request.size() > LONGEST_TEXT // in bytes, of which no character has less than one
                && Fields.object(request.body())
                        .flatMap(said -> Fields.text(said, "text").or(() -> Fields.text(said, "choice")))
                        .filter(words -> words.length() > LONGEST_TEXT)
                        .isPresent();
    }

    /** The id by which the client knows a message, whether it or we chose it. */
    public static String clientId(MessageId id) {
        return id.value().substring(id.value().indexOf('/') + 1);
    }

    private Reading read(JsonNode said, Optional<Visitor> known, Instant receivedAt) {
        var visitor = known.map(Visitor::conversation);
        var text = Fields.text(said, "text");
        var choice = Fields.text(said, "choice");
        var uploaded = Fields.text(said, "attachment");
        var file = uploaded.flatMap(id -> visitor.flatMap(whose -> uploads.read(id, whose, receivedAt)));
        if (uploaded.isPresent() && file.isEmpty()) {
            return new Reading.Malformed(
                    "The \"attachment\" is not this visitor's, or too old. Upload the file again: POST /web/uploads.");
        }
        if (choice.isPresent() == (text.isPresent() || file.isPresent())) {
            return new Reading.Malformed(
                    "Say one thing: \"text\" (not blank), \"choice\", or \"attachment\" with or without \"text\".");
        }
        if (text.or(() -> choice).filter(some -> some.length() > LONGEST_TEXT).isPresent()) {
            return new Reading.Malformed(
                    "The message is longer than " + LONGEST_TEXT + " characters. Send it in several.");
        }
        var id = Fields.text(said, "id");
        if (id.filter(some -> !some.matches("[A-Za-z0-9_-]{1," + LONGEST_ID + "}"))
                .isPresent()) {
            return new Reading.Malformed("An \"id\" has up to " + LONGEST_ID + " letters, digits, - or _.");
        }
        var facts = new Facts(file.map(Attachment::kind).orElse(text.isPresent() ? "text" : "button_reply"))
                .put("sender", visitor.map(ConversationId::person))
                .put("account", visitor.map(ConversationId::account))
                .put(
                        "id",
                        visitor.map(some -> some.person() + "/"
                                + id.orElseGet(() -> UUID.randomUUID().toString())))
                .put("text", text)
                .put("payload", choice)
                .put("title", Fields.text(said, "title"))
                .put("media", file.map(some -> Map.of("mime", some.type(), "filename", some.name())));
        return new Reading.Events(List.of(Heard.from(
                        NAME,
                        visitor.map(ConversationId::account),
                        visitor.map(ConversationId::person),
                        facts,
                        known.map(Visitor::name),
                        receivedAt)
                .map(heard -> facts.meaning(
                        file.isPresent()
                                ? heard.unsupported(facts.kind(), text, List.of(file.get()))
                                : text.isPresent()
                                        ? heard.text(text.get())
                                        : heard.choice(choice, Fields.text(said, "title"))))
                .orElseGet(facts::nothing)));
    }
}
