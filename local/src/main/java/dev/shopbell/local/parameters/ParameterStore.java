package dev.shopbell.local.parameters;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.template.LocalAddresses;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * Parameter Store's API over the settings, each a SecureString under the stack's path. Source: Systems Manager API
 * reference, "GetParametersByPath".
 */
public final class ParameterStore implements HttpHandler {
    private static final double NEVER_CHANGED_EPOCH_SECONDS = 1_767_225_600;

    private final Map<String, String> parameters = new TreeMap<>();
    private final Meters meters;

    /** Serves settings under a path such as {@code /shopbell}. */
    public ParameterStore(String path, Settings settings, Meters meters) {
        this.meters = meters;
        settings.all().forEach((name, value) -> parameters.put(path + "/" + name, value));
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        String target = String.valueOf(exchange.getRequestHeaders().getFirst("X-Amz-Target"));
        String operation = target.substring(target.indexOf('.') + 1);
        JsonNode request = Json.parse(Reply.body(exchange));
        meters.add(1, "ssm", operation, "requests");
        ObjectNode response = Json.object();
        switch (operation) {
            case "GetParametersByPath" -> {
                // All on one page: there are a dozen, and a client follows NextToken only where there is one.
                String prefix = request.path("Path").asText().replaceFirst("/*$", "/");
                var page = response.putArray("Parameters");
                parameters.forEach((name, value) -> {
                    if (name.startsWith(prefix)) {
                        page.add(parameter(name, value));
                    }
                });
            }
            case "GetParameters" -> {
                var found = response.putArray("Parameters");
                var missing = response.putArray("InvalidParameters");
                for (JsonNode name : request.path("Names")) {
                    String value = parameters.get(name.asText());
                    if (value == null) {
                        missing.add(name);
                    } else {
                        found.add(parameter(name.asText(), value));
                    }
                }
            }
            case "GetParameter" -> {
                String name = request.path("Name").asText();
                String value = parameters.get(name);
                if (value == null) {
                    Reply.json(
                            exchange,
                            400,
                            Json.object().put("__type", "ParameterNotFound").put("message", name));
                    return;
                }
                response.set("Parameter", parameter(name, value));
            }
            default -> {
                Reply.json(
                        exchange,
                        400,
                        Json.object().put("__type", "UnknownOperationException").put("message", operation));
                return;
            }
        }
        Reply.json(exchange, 200, response);
    }

    private static ObjectNode parameter(String name, String value) {
        return Json.object()
                .put("ARN", LocalAddresses.arn("ssm", "parameter" + name))
                .put("DataType", "text")
                .put("LastModifiedDate", NEVER_CHANGED_EPOCH_SECONDS)
                .put("Name", name)
                .put("Type", "SecureString")
                .put("Value", value)
                .put("Version", 1);
    }
}
