package dev.shopbell.channels.whatsapp;

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
import java.util.Optional;
import java.util.function.Function;

/** A business number on WhatsApp's Cloud API. Source: developers.facebook.com/documentation/business-messaging/whatsapp. */
public final class WhatsAppChannel implements Channel {

    static final ChannelName NAME = new ChannelName("whatsapp");

    private static final String TOKEN = "WHATSAPP_TOKEN";

    private final AppSecretSignature signature;
    private final GraphApi graph;
    private final WhatsAppMedia media;

    /** @param settings names {@code META_APP_SECRET}, {@code WHATSAPP_TOKEN} and the Graph API's */
    public WhatsAppChannel(Function<String, Optional<String>> settings, Transport transport) {
        this.signature = new AppSecretSignature(settings);
        this.graph = new GraphApi(settings, transport);
        this.media = new WhatsAppMedia(settings);
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
        return WhatsAppDelivery.read(request.body(), receivedAt);
    }

    @Override
    public SendOutcome send(ReplyId id, Reply reply, int fromPart) {
        return InParts.send(
                WhatsAppMessage.write(id, reply),
                fromPart,
                (message, last) -> graph.postMessage(id.conversation().account(), TOKEN, message));
    }

    @Override
    public Media fetch(Attachment attachment, Download download) {
        return media.fetch(attachment, download);
    }

    /**
     * One request: read, and somebody writes, until the answer comes or 25 seconds have passed. Source:
     * developers.facebook.com/documentation/business-messaging/whatsapp/typing-indicators.
     */
    @Override
    public void heard(ConversationId conversation, MessageId message) {
        var read = GraphApi.json()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", message.value().substring(message.value().indexOf(':') + 1));
        read.putObject("typing_indicator").put("type", "text");
        graph.postAside(conversation.account(), TOKEN, read);
    }

    @Override
    public boolean showsHeard() {
        return true;
    }
}
