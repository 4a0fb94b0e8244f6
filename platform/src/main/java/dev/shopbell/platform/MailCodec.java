package dev.shopbell.platform;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Remedy;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Wish;
import java.time.Instant;

/**
 * Mail as it lies in the queue: JSON with a version and a type. Written by hand, not by reflection: the wire is a
 * promise to messages that are under way while a new version is deployed, and a cold start loads fewer classes.
 */
public final class MailCodec {

    private static final int VERSION = 1;

    private MailCodec() {}

    /** One line of JSON. */
    public static String write(Mail mail) {
        var node = Json.object();
        node.put("v", VERSION);
        node.put("id", mail.id().value());
        node.put("conversation", mail.conversation().toString());
        node.put("receivedAt", mail.receivedAt().toString());
        switch (mail) {
            case Mail.CustomerSaid said -> writeSaid(said, node);
            case Mail.AgentSaid agent -> {
                node.put("type", "agent-said");
                node.put("ticket", agent.ticket()).put("agent", agent.agent()).put("text", agent.text());
            }
            case Mail.HandedBack back -> {
                node.put("type", "handed-back");
                node.put("ticket", back.ticket()).put("agent", back.agent());
            }
            case Mail.ReplyFailed failed -> {
                node.put("type", "reply-failed");
                node.put("reply", failed.reply().toString())
                        .put("remedy", failed.remedy().name());
            }
        }
        return Json.write(node);
    }

    private static void writeSaid(Mail.CustomerSaid said, ObjectNode node) {
        node.put("sentAt", said.sentAt().toString());
        if (!said.profileName().isEmpty()) {
            node.put("name", said.profileName());
        }
        switch (said.message()) {
            case InboundMessage.Text text -> {
                node.put("type", "text").put("text", text.body());
                putFiles(node, text);
            }
            case InboundMessage.Choice choice ->
                node.put("type", "choice").put("value", choice.value()).put("title", choice.title());
            case InboundMessage.Consent consent -> {
                node.put("type", "consent")
                        .put("wish", consent.wish().name())
                        .put("text", consent.body())
                        .put("answered", consent.answered());
                if (!consent.alias().isEmpty()) {
                    node.put("alias", consent.alias());
                }
            }
            case InboundMessage.Unsupported other -> {
                node.put("type", "unsupported").put("kind", other.kind()).put("caption", other.caption());
                putFiles(node, other);
            }
        }
    }

    private static void putFiles(ObjectNode node, InboundMessage message) {
        if (!message.attachments().isEmpty()) {
            node.set("files", AttachmentJson.write(message.attachments()));
        }
    }

    /**
     * @throws PermanentFailure if it is not mail of a version known here: it is kept in the dead-letter queue, to be
     *     redriven once a version that knows it is deployed
     */
    public static Mail read(String json) {
        try {
            var node = Json.read(json);
            if (node.path("v").asInt() != VERSION) {
                throw new PermanentFailure(
                        "Mail of unknown version " + node.path("v").asText("(none)"), null);
            }
            return readVersion1(node);
        } catch (JsonProcessingException | RuntimeException e) {
            throw e instanceof PermanentFailure known ? known : new PermanentFailure("Mail that cannot be read", e);
        }
    }

    private static Mail readVersion1(JsonNode node) {
        var id = new MessageId(node.path("id").asText());
        var conversation = ConversationId.parse(node.path("conversation").asText());
        var receivedAt = Instant.parse(node.path("receivedAt").asText());
        var type = node.path("type").asText();
        return switch (type) {
            case "text" ->
                said(
                        node,
                        receivedAt,
                        new InboundMessage.Text(
                                id, conversation, text(node, "text"), AttachmentJson.read(node.path("files"))));
            case "choice" ->
                said(
                        node,
                        receivedAt,
                        new InboundMessage.Choice(id, conversation, text(node, "value"), text(node, "title")));
            case "consent" ->
                said(
                        node,
                        receivedAt,
                        new InboundMessage.Consent(
                                id,
                                conversation,
                                Wish.valueOf(text(node, "wish")),
                                text(node, "text"),
                                node.path("answered").asBoolean(),
                                node.path("alias").asText("")));
            case "unsupported" ->
                said(
                        node,
                        receivedAt,
                        new InboundMessage.Unsupported(
                                id,
                                conversation,
                                text(node, "kind"),
                                text(node, "caption"),
                                AttachmentJson.read(node.path("files"))));
            case "agent-said" ->
                new Mail.AgentSaid(
                        id, conversation, text(node, "ticket"), text(node, "agent"), text(node, "text"), receivedAt);
            case "handed-back" ->
                new Mail.HandedBack(id, conversation, text(node, "ticket"), text(node, "agent"), receivedAt);
            case "reply-failed" ->
                new Mail.ReplyFailed(
                        ReplyId.parse(text(node, "reply")), Remedy.valueOf(text(node, "remedy")), receivedAt);
            default -> throw new PermanentFailure("Mail of unknown type " + type, null);
        };
    }

    private static Mail said(JsonNode node, Instant receivedAt, InboundMessage message) {
        return new Mail.CustomerSaid(message, Instant.parse(text(node, "sentAt")), receivedAt, text(node, "name"));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText("");
    }
}
