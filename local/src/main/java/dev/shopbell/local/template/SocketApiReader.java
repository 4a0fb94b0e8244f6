package dev.shopbell.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads a WebSocket API: its routes, each through an integration to a function. */
final class SocketApiReader {
    private static final Pattern FUNCTION = Pattern.compile(":function:" + LocalAddresses.STACK + "-([A-Za-z0-9]+)");

    private final Map<String, Resource> resources;
    private final Map<String, ObjectNode> properties;
    private final Template template;

    SocketApiReader(Map<String, Resource> resources, Map<String, ObjectNode> properties, Template template) {
        this.resources = resources;
        this.properties = properties;
        this.template = template;
    }

    Stack.SocketApi read(Resource api) {
        JsonNode own = propertiesOf(api.id());
        if (!own.path("ProtocolType").asText().equals("WEBSOCKET")) {
            throw new TemplateProblem(
                    api.place(),
                    "resource " + api.id() + ": ./bot up runs WEBSOCKET here. Write an HTTP API as"
                            + " AWS::Serverless::HttpApi.");
        }
        Map<String, String> functions = new LinkedHashMap<>();
        String stage = "live";
        for (Resource other : resources.values()) {
            JsonNode theirs = properties.containsKey(other.id()) ? propertiesOf(other.id()) : null;
            if (theirs == null || !theirs.path("ApiId").asText().equals(api.id())) {
                continue;
            }
            if (other.type().equals("AWS::ApiGatewayV2::Route")) {
                functions.put(
                        theirs.path("RouteKey").asText(),
                        function(other, theirs.path("Target").asText()));
            } else if (other.type().equals("AWS::ApiGatewayV2::Stage")) {
                stage = theirs.path("StageName").asText();
            }
        }
        return new Stack.SocketApi(
                api.id(),
                stage,
                localPath(api),
                own.path("RouteSelectionExpression").asText(),
                functions);
    }

    private String localPath(Resource api) {
        return Template.child(api.node(), "Metadata")
                .flatMap(metadata -> Template.child(metadata, "Shopbell"))
                .flatMap(ours -> Template.child(ours, "LocalPath"))
                .map(node -> ((ScalarNode) node).getValue())
                .orElseThrow(() -> new TemplateProblem(
                        template.place(api.node()),
                        "resource " + api.id() + " has no place on this server."
                                + " Add \"Metadata: {Shopbell: {LocalPath: /a/path}}\"."));
    }

    private String function(Resource route, String target) {
        ObjectNode integration = properties.get(target.replaceFirst("^integrations/", ""));
        String uri =
                integration == null ? "" : integration.path("IntegrationUri").asText();
        Matcher found = FUNCTION.matcher(uri);
        if (!found.find()) {
            throw new TemplateProblem(
                    route.place(), "route " + route.id() + " leads to no function of this template: " + target);
        }
        return found.group(1);
    }

    private ObjectNode propertiesOf(String id) {
        return Optional.ofNullable(properties.get(id)).orElseThrow();
    }
}
