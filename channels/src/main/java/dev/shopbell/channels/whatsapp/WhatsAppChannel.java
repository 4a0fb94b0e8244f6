package dev.shopbell.channels.whatsapp;

import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.channels.graph.AppSecretSignature;
import dev.shopbell.channels.graph.GraphApi;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** A business number on WhatsApp's Cloud API. Source: developers.facebook.com/documentation/business-messaging/whatsapp. */
public final class WhatsAppChannel implements Channel {

    static final ChannelName NAME = new ChannelName("whatsapp");

    private final AppSecretSignature signature;
    private final GraphApi graph;

    /** @param settings names {@code META_APP_SECRET}, {@code WHATSAPP_TOKEN} and the Graph API's */
    public WhatsAppChannel(Function<String, Optional<String>> settings, Transport transport) {
        this.signature = new AppSecretSignature(settings);
        this.graph = new GraphApi(settings, transport);
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
    public SendOutcome send(ReplyId id, Reply reply) {
        SendOutcome outcome = new SendOutcome.GiveUp("empty", "A reply without words");
        for (var message : WhatsAppMessage.write(id, reply)) {
            outcome = graph.postMessage(id.conversation().account(), "WHATSAPP_TOKEN", message);
            if (!(outcome instanceof SendOutcome.Accepted)) {
                return outcome;
            }
        }
        return outcome;
    }
}
