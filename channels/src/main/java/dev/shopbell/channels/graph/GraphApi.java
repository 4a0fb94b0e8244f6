package dev.shopbell.channels.graph;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Aside;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Posts to Meta's Graph API. The token travels in the Authorization header, never in the URL, where logs would keep it.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/get-started (the header); Graph API takes it
 * for every node.
 */
public final class GraphApi {

    private final Function<String, Optional<String>> settings;
    private final Transport transport;

    /** @param settings names {@code GRAPH_API_URL} and {@code GRAPH_API_VERSION}, with Meta's own as defaults */
    public GraphApi(Function<String, Optional<String>> settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
    }

    /**
     * Posts one message.
     *
     * @param node {@code me} or a phone number id
     * @param tokenSetting the name of the setting that holds the access token
     */
    public SendOutcome postMessage(String node, String tokenSetting, ObjectNode message) {
        return token(tokenSetting)
                .map(token -> GraphErrors.outcome(post(node, token, message)))
                .orElseGet(() -> SendOutcome.waitsForSetting(tokenSetting, 0));
    }

    /** Posts a notice that nobody waits for; without a token nothing is posted. */
    public void postAside(String node, String tokenSetting, ObjectNode notice) {
        token(tokenSetting).ifPresent(token -> Aside.send(() -> GraphErrors.outcome(post(node, token, notice))));
    }

    private Transport.Result post(String node, String token, ObjectNode message) {
        var url = URI.create(setting("GRAPH_API_URL", "https://graph.facebook.com") + "/"
                + setting("GRAPH_API_VERSION", "v23.0") + "/" + node + "/messages");
        var headers = Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json");
        return transport.post(url, headers, Transport.utf8(message.toString()));
    }

    private Optional<String> token(String setting) {
        return settings.apply(setting).filter(some -> !some.isBlank());
    }

    private String setting(String name, String byDefault) {
        return settings.apply(name).filter(some -> !some.isBlank()).orElse(byDefault);
    }

    /** An empty JSON object. */
    public static ObjectNode json() {
        return Fields.JSON.createObjectNode();
    }
}
