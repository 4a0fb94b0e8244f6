package dev.shopbell.local.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.net.URI;
import java.util.Map;

/** The public face of the user pools: discovery and keys, under {@code /_identity/<pool>}. */
public final class OpenIdProvider implements HttpHandler {
    private final Tokens tokens;
    private final URI server;

    /** Publishes the keys of these tokens. */
    public OpenIdProvider(Tokens tokens, URI server) {
        this.tokens = tokens;
        this.server = server;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        String path = exchange.getRequestURI();
        String issuer = server + path.replaceFirst("/\\.well-known/.*", "");
        if (path.endsWith("/.well-known/jwks.json")) {
            Reply.bytes(
                    exchange,
                    200,
                    "application/json",
                    Map.of(),
                    tokens.publicKeys().getBytes(UTF_8));
        } else if (path.endsWith("/.well-known/openid-configuration")) {
            var configuration = Json.object().put("issuer", issuer).put("jwks_uri", issuer + "/.well-known/jwks.json");
            configuration.putArray("id_token_signing_alg_values_supported").add("RS256");
            configuration.putArray("response_types_supported").add("token");
            configuration.putArray("subject_types_supported").add("public");
            Reply.json(exchange, 200, configuration);
        } else {
            Reply.message(exchange, 404, "Not Found");
        }
    }
}
