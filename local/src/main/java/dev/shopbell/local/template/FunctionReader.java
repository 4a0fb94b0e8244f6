package dev.shopbell.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads functions: their own properties over the template's globals. */
final class FunctionReader {
    private static final String LAYER = ":layer:";

    private final Template template;
    private final StackNames names;
    private final Map<String, ObjectNode> properties;
    private final JsonNode globals;
    private final UnaryOperator<String> localise;

    FunctionReader(
            Template template,
            StackNames names,
            Map<String, ObjectNode> properties,
            JsonNode globals,
            UnaryOperator<String> localise) {
        this.template = template;
        this.names = names;
        this.properties = properties;
        this.globals = globals;
        this.localise = localise;
    }

    FunctionSpec read(Resource resource) {
        JsonNode own = propertiesOf(resource.id());
        Map<String, String> environment = new LinkedHashMap<>();
        for (JsonNode level : List.of(globals, own)) {
            level.path("Environment")
                    .path("Variables")
                    .properties()
                    .forEach(variable -> environment.put(
                            variable.getKey(),
                            localise.apply(variable.getValue().asText())));
        }
        String codeUri = either(own, "CodeUri").asText();
        if (codeUri.isEmpty()) {
            throw new TemplateProblem(
                    resource.place(), "function " + resource.id() + " has no CodeUri that names a zip or a directory");
        }
        var events = new EventReader(template, names.intrinsics());
        return new FunctionSpec(
                resource.id(),
                names.name(resource),
                path(codeUri),
                either(own, "Handler").asText(),
                either(own, "MemorySize").asInt(128),
                Duration.ofSeconds(either(own, "Timeout").asInt(3)),
                environment,
                either(own, "Layers")
                        .valueStream()
                        .map(layer -> layer(resource, layer.asText()))
                        .toList(),
                Template.child(resource.node(), "Properties")
                        .flatMap(all -> Template.child(all, "Events"))
                        .map(events::read)
                        .orElse(List.of()));
    }

    private Path layer(Resource function, String arn) {
        int at = arn.indexOf(LAYER);
        String id = at < 0 ? arn : arn.substring(at + LAYER.length()).replaceFirst(":.*", "");
        ObjectNode layer = properties.get(id);
        if (layer == null) {
            throw new TemplateProblem(
                    function.place(), "function " + function.id() + " has a layer from elsewhere (" + arn + ")");
        }
        return path(layer.path("ContentUri").asText());
    }

    private Path path(String relative) {
        return template.directory().resolve(relative).normalize();
    }

    private JsonNode either(JsonNode own, String name) {
        return own.has(name) ? own.path(name) : globals.path(name);
    }

    private ObjectNode propertiesOf(String id) {
        return Optional.ofNullable(properties.get(id)).orElseThrow();
    }
}
