package dev.shopbell.dialogue;

import dev.shopbell.channels.SocketPush;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.AwsClients;
import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.Sockets;
import java.net.URI;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.apigatewaymanagementapi.ApiGatewayManagementApiClient;
import software.amazon.awssdk.services.apigatewaymanagementapi.model.GoneException;

/**
 * Pushes to open sockets through API Gateway's management API. Side work: what is not pushed is read by its cursor, so a
 * failure is logged and the turn goes on.
 */
final class SocketConnections implements SocketPush {

    private static final Logger LOG = Logger.getLogger(SocketConnections.class.getName());

    private final Sockets sockets;
    private final Supplier<ApiGatewayManagementApiClient> client;

    SocketConnections(Sockets sockets, URI endpoint) {
        this.sockets = sockets;
        this.client = new Lazy(endpoint);
    }

    @Override
    public void push(ConversationId conversation, String json) {
        try {
            for (var connection : sockets.of(conversation)) {
                push(conversation, connection, json);
            }
        } catch (RetryableFailure | SdkException e) {
            LOG.log(Level.WARNING, "Not pushed to an open socket; the page will read it by its cursor", e);
        }
    }

    private void push(ConversationId conversation, String connection, String json) {
        try {
            client.get().postToConnection(r -> r.connectionId(connection).data(SdkBytes.fromUtf8String(json)));
        } catch (GoneException e) {
            sockets.closed(conversation, connection);
        }
    }

    /** Made when the first socket is open: the other channels' cold starts do without these classes. */
    private static final class Lazy implements Supplier<ApiGatewayManagementApiClient> {
        private final URI endpoint;
        private @Nullable ApiGatewayManagementApiClient made;

        Lazy(URI endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        public synchronized ApiGatewayManagementApiClient get() {
            if (made == null) {
                made = AwsClients.configure(ApiGatewayManagementApiClient.builder(), Duration.ofSeconds(2))
                        .endpointOverride(endpoint)
                        .build();
            }
            return made;
        }
    }
}
