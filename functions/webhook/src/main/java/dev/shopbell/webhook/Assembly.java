package dev.shopbell.webhook;

import dev.shopbell.channels.Fetch;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.channels.SocketPush;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.graph.Handshake;
import dev.shopbell.channels.messenger.MessengerChannel;
import dev.shopbell.channels.sms.SmsChannel;
import dev.shopbell.channels.telegram.TelegramChannel;
import dev.shopbell.channels.web.CustomerIdentity;
import dev.shopbell.channels.web.VisitorToken;
import dev.shopbell.channels.web.WebChannel;
import dev.shopbell.channels.web.WebUpload;
import dev.shopbell.channels.whatsapp.WhatsAppChannel;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Puts the use cases together over whatever stands behind the ports: AWS, or nothing when the snapshot is prepared.
 *
 * @param settings secrets by name
 * @param fetch reads what proves a topic's messages
 * @param health the parts that {@code /health} asks
 * @param socketUrl where pages open their socket
 * @param webDoor shared by the HTTP requests and frames of an environment
 * @param places where visitors put files
 */
record Assembly(
        Function<String, Optional<String>> settings,
        Inbox inbox,
        DeliveryReports reports,
        ListenOnTheWeb.Turns turns,
        VisitorSockets.Register register,
        Fetch fetch,
        Map<String, Runnable> health,
        String socketUrl,
        WebDoor webDoor,
        StartUpload.Places places,
        Clock clock) {

    /** Nothing is sent from here; a channel that tried would be a mistake of ours. */
    static final Transport SENDS_NOTHING = (url, headers, body) -> {
        throw new IllegalStateException("webhook sends nothing");
    };

    private static final SocketPush PUSHES_NOTHING = (conversation, json) -> {
        throw new IllegalStateException("webhook pushes nothing");
    };

    Edge edge() {
        var receiveDelivery = new ReceiveDelivery(inbox, reports, clock);
        return new Edge(new Edge.Parts(
                new MessengerChannel(settings, SENDS_NOTHING),
                new WhatsAppChannel(settings, SENDS_NOTHING),
                new SmsChannel(settings, SENDS_NOTHING),
                new TelegramChannel(settings, SENDS_NOTHING),
                receiveDelivery,
                new ReceiveFromTopic(settings, fetch, receiveDelivery, clock),
                new AnswerHandshake(new Handshake(settings)),
                webDoor,
                new OpenWebSession(new VisitorToken(settings), new CustomerIdentity(settings), socketUrl, clock),
                speakOnTheWeb(),
                new ListenOnTheWeb(web(), webDoor, turns, new MediaLink(settings), clock),
                new StartUpload(web(), webDoor, new WebUpload(settings), places, clock),
                new ServePage(),
                new CheckHealth(health)));
    }

    VisitorSockets sockets() {
        return new VisitorSockets(new VisitorToken(settings), register, webDoor, speakOnTheWeb(), clock);
    }

    private SpeakOnTheWeb speakOnTheWeb() {
        return new SpeakOnTheWeb(web(), webDoor, inbox, clock);
    }

    private WebChannel web() {
        return new WebChannel(settings, PUSHES_NOTHING, clock);
    }
}
