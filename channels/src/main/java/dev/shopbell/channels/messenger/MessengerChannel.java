package dev.shopbell.channels.messenger;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.InParts;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.channels.graph.AppSecretSignature;
import dev.shopbell.channels.graph.GraphApi;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A page's Messenger. Source: developers.facebook.com/docs/messenger-platform. */
public final class MessengerChannel implements Channel {

    static final ChannelName NAME = new ChannelName("messenger");

    private static final String TOKEN = "MESSENGER_PAGE_TOKEN";

    private final AppSecretSignature signature;
    private final GraphApi graph;
    private final MessengerMedia media;

    /** @param settings names {@code META_APP_SECRET}, {@code MESSENGER_PAGE_TOKEN} and the Graph API's */
    public MessengerChannel(Function<String, Optional<String>> settings, Transport transport) {
        this.signature = new AppSecretSignature(settings);
        this.graph = new GraphApi(settings, transport);
        this.media = new MessengerMedia(settings);
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    @Override
    public boolean isAuthentic(WebhookRequest request) {
        return signature.isOn(request);
    }

    @Override
    public Reading read(WebhookRequest request, Instant receivedAt) {
        return MessengerDelivery.read(request.body(), receivedAt);
    }

    @Override
    public SendOutcome send(ReplyId id, Reply reply, int fromPart) {
        return send(MessengerMessage.write(id, reply), fromPart);
    }

    @Override
    public SendOutcome sendLate(ReplyId id, Reply reply, int fromPart) {
        return send(MessengerMessage.writeLate(id, reply), fromPart);
    }

    private SendOutcome send(List<ObjectNode> messages, int fromPart) {
        return InParts.send(messages, fromPart, (message, last) -> graph.postMessage("me", TOKEN, message));
    }

    @Override
    public Media fetch(Attachment attachment, Download download) {
        return media.fetch(attachment, download);
    }

    /**
     * Two requests: that it was read is one action, that somebody writes another, and each asks for a request of its own. The
     * indicator goes away with the answer or after 20 seconds. Source:
     * developers.facebook.com/documentation/business-messaging/messenger-platform/send-messages/sender-actions.
     */
    @Override
    public void heard(ConversationId conversation, MessageId message) {
        for (var action : List.of("mark_seen", "typing_on")) {
            var notice = GraphApi.json();
            notice.putObject("recipient").put("id", conversation.person());
            graph.postAside("me", TOKEN, notice.put("sender_action", action));
        }
    }

    @Override
    public boolean showsHeard() {
        return true;
    }
}
