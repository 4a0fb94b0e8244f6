package dev.shopbell.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.wire.Json;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Makes a {@link Stack} of a template. */
public final class StackReader {
    private final Template template;
    private final LocalAddresses addresses;
    private final Map<String, Resource> resources = new LinkedHashMap<>();
    private final StackNames names;
    private final Map<String, ObjectNode> properties = new LinkedHashMap<>();

    private StackReader(Template template, Map<String, String> parameters, LocalAddresses addresses) {
        this.template = template;
        this.addresses = addresses;
        this.names = new StackNames(template, parameters, resources, addresses);
    }

    /**
     * Resolves a template.
     *
     * @param parameters values for all of its parameters
     * @throws TemplateProblem when it holds what ./bot up does not know
     */
    public static Stack read(Template template, Map<String, String> parameters, LocalAddresses addresses) {
        return new StackReader(template, parameters, addresses).read();
    }

    private Stack read() {
        Node globals = template.section("Globals").get("Function");
        template.section("Resources").forEach((id, node) -> resources.put(id, resource(id, node)));
        resources.values().removeIf(this::isLeftOut);
        for (Resource resource : resources.values()) {
            if (ResourceTypes.RUN.contains(resource.type())) {
                Node all = Template.child(resource.node(), "Properties").orElse(null);
                properties.put(
                        resource.id(),
                        all != null && names.intrinsics().resolve(all) instanceof ObjectNode own ? own : Json.object());
            }
        }
        List<Stack.SocketApi> sockets = of("AWS::ApiGatewayV2::Api").stream()
                .map(api -> new SocketApiReader(resources, properties, template).read(api))
                .toList();
        JsonNode shared = globals == null ? Json.object() : names.intrinsics().resolve(globals);
        var functions = new FunctionReader(template, names, properties, shared, text -> localise(text, sockets));
        return new Stack(
                of("AWS::Serverless::Function").stream().map(functions::read).toList(),
                of("AWS::SQS::Queue").stream().map(this::queue).toList(),
                of("AWS::DynamoDB::Table").stream().map(this::table).toList(),
                of("AWS::Serverless::HttpApi").stream().findFirst().map(this::httpApi),
                sockets,
                of("AWS::Cognito::UserPool").stream().map(this::pool).toList(),
                inert(),
                outputs(sockets),
                of("AWS::S3::Bucket").stream().map(this::bucket).toList());
    }

    private Resource resource(String id, Node node) {
        String type = Template.child(node, "Type").orElse(null) instanceof ScalarNode scalar ? scalar.getValue() : "";
        String place = template.place(node);
        if (!ResourceTypes.RUN.contains(type) && !ResourceTypes.INERT.contains(type)) {
            throw new TemplateProblem(
                    place,
                    "resource " + id + " has the type \"" + type + "\", which ./bot up does not know."
                            + " Teach it in local/ (ResourceTypes), or take the resource out.");
        }
        return new Resource(id, type, node, place);
    }

    private boolean isLeftOut(Resource resource) {
        return Template.child(resource.node(), "Condition").orElse(null) instanceof ScalarNode condition
                && !Optional.ofNullable(names.condition(condition.getValue()))
                        .orElseThrow(() -> new TemplateProblem(
                                resource.place(), "there is no condition \"" + condition.getValue() + "\""));
    }

    private List<Resource> of(String type) {
        return resources.values().stream()
                .filter(resource -> resource.type().equals(type))
                .toList();
    }

    private ObjectNode propertiesOf(Resource resource) {
        return Optional.ofNullable(properties.get(resource.id())).orElseThrow();
    }

    private Stack.Queue queue(Resource resource) {
        Map<String, String> attributes = new TreeMap<>();
        propertiesOf(resource).properties().forEach(property -> {
            String key = property.getKey();
            JsonNode value = property.getValue();
            if (!key.equals("QueueName") && !key.equals("Tags")) {
                attributes.put(key, value.isObject() ? value.toString() : value.asText());
            }
        });
        return new Stack.Queue(resource.id(), names.name(resource), attributes);
    }

    private Stack.Table table(Resource resource) {
        JsonNode all = propertiesOf(resource);
        var definition = Json.object();
        for (String key :
                List.of("AttributeDefinitions", "KeySchema", "GlobalSecondaryIndexes", "LocalSecondaryIndexes")) {
            if (all.has(key)) {
                definition.set(key, all.path(key));
            }
        }
        definition.put("BillingMode", "PAY_PER_REQUEST");
        JsonNode stream = all.path("StreamSpecification");
        if (stream.isObject()) {
            definition.set(
                    "StreamSpecification",
                    Json.object()
                            .put("StreamEnabled", true)
                            .put("StreamViewType", stream.path("StreamViewType").asText()));
        }
        JsonNode ttl = all.path("TimeToLiveSpecification");
        return new Stack.Table(
                resource.id(),
                names.name(resource),
                definition,
                ttl.path("Enabled").asBoolean()
                        ? Optional.of(ttl.path("AttributeName").asText())
                        : Optional.empty());
    }

    private Stack.Bucket bucket(Resource resource) {
        JsonNode all = propertiesOf(resource);
        Optional<Duration> days = all.path("LifecycleConfiguration")
                .path("Rules")
                .valueStream()
                .filter(rule -> rule.has("ExpirationInDays"))
                .map(rule -> Duration.ofDays(rule.path("ExpirationInDays").asLong()))
                .findFirst();
        return new Stack.Bucket(resource.id(), names.name(resource), days, all.path("CorsConfiguration"));
    }

    private Stack.HttpApi httpApi(Resource resource) {
        JsonNode all = propertiesOf(resource);
        Map<String, Stack.JwtAuthorizer> authorizers = new LinkedHashMap<>();
        all.path("Auth").path("Authorizers").properties().forEach(entry -> {
            JsonNode jwt = entry.getValue().path("JwtConfiguration");
            authorizers.put(
                    entry.getKey(),
                    new Stack.JwtAuthorizer(
                            addresses.ofPools(jwt.path("issuer").asText()),
                            jwt.path("audience")
                                    .valueStream()
                                    .map(JsonNode::asText)
                                    .toList()));
        });
        return new Stack.HttpApi(resource.id(), all.path("CorsConfiguration"), authorizers);
    }

    private Stack.Pool pool(Resource resource) {
        List<String> clients = of("AWS::Cognito::UserPoolClient").stream()
                .filter(client ->
                        propertiesOf(client).path("UserPoolId").asText().equals(resource.id()))
                .map(Resource::id)
                .toList();
        return new Stack.Pool(resource.id(), clients);
    }

    private List<String> inert() {
        var types = new TreeSet<String>();
        resources.values().stream()
                .map(Resource::type)
                .filter(ResourceTypes.INERT::contains)
                .forEach(types::add);
        return new ArrayList<>(types);
    }

    private String localise(String text, List<Stack.SocketApi> sockets) {
        String local = addresses.ofPools(text);
        for (Resource api : of("AWS::Serverless::HttpApi")) {
            local = addresses.ofHttpApi(api.id(), local);
        }
        for (Stack.SocketApi api : sockets) {
            local = addresses.ofSocketApi(api.id(), api.stage(), api.localPath(), local);
        }
        return local;
    }

    private Map<String, String> outputs(List<Stack.SocketApi> sockets) {
        Map<String, String> outputs = new LinkedHashMap<>();
        template.section("Outputs").forEach((name, node) -> Template.child(node, "Value")
                .ifPresent(value -> outputs.put(
                        name, localise(names.intrinsics().resolve(value).asText(), sockets))));
        return outputs;
    }
}
