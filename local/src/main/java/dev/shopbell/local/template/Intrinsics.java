package dev.shopbell.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.shopbell.local.wire.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Resolves what a template writes into plain JSON. Source: CloudFormation user guide, "Intrinsic function reference".
 * A function that is not known is an error at its line.
 */
public final class Intrinsics {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final Template template;
    private final Names names;

    /** Resolves within this template by these names. */
    public Intrinsics(Template template, Names names) {
        this.template = template;
        this.names = names;
    }

    /** What {@code Ref}, {@code Fn::GetAtt} and conditions stand for. */
    public interface Names {
        /** The value of a parameter, pseudo parameter or resource; null when there is none of that name. */
        @org.jspecify.annotations.Nullable
        String ref(String name);

        /** The value of a resource's attribute; null when there is no such. */
        @org.jspecify.annotations.Nullable
        String attribute(String resource, String attribute);

        /** Whether a condition holds; null when there is none of that name. */
        @org.jspecify.annotations.Nullable
        Boolean condition(String name);
    }

    /**
     * The value of a node; {@link MissingNode} for {@code AWS::NoValue}.
     *
     * @throws TemplateProblem when it uses a function or a name that is not known
     */
    public JsonNode resolve(Node node) {
        String tag = node.getTag().getValue();
        if (tag.startsWith("!")) {
            String function = tag.substring(1);
            return apply(
                    node, function.equals("Ref") || function.equals("Condition") ? function : "Fn::" + function, node);
        }
        return switch (node) {
            case ScalarNode scalar -> scalar(scalar);
            case SequenceNode sequence -> sequence(sequence);
            case MappingNode mapping -> mapping(mapping);
            default -> throw problem(node, "anchors are not supported here");
        };
    }

    private JsonNode mapping(MappingNode mapping) {
        Map<String, Node> entries = template.entries(mapping);
        if (entries.size() == 1) {
            var only = entries.entrySet().iterator().next();
            if (only.getKey().equals("Ref") || only.getKey().startsWith("Fn::")) {
                return apply(mapping, only.getKey(), only.getValue());
            }
        }
        var object = Json.object();
        entries.forEach((key, value) -> {
            JsonNode resolved = resolve(value);
            if (!resolved.isMissingNode()) {
                object.set(key, resolved);
            }
        });
        return object;
    }

    private ArrayNode sequence(SequenceNode sequence) {
        var array = Json.array();
        sequence.getValue().stream()
                .map(this::resolve)
                .filter(item -> !item.isMissingNode())
                .forEach(array::add);
        return array;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        return switch (scalar.getTag().getValue()) {
            case "tag:yaml.org,2002:int", "tag:yaml.org,2002:float" ->
                Json.MAPPER.getNodeFactory().numberNode(new BigDecimal(text));
            case "tag:yaml.org,2002:bool" -> BooleanNode.valueOf(Boolean.parseBoolean(text));
            case "tag:yaml.org,2002:null" -> NullNode.getInstance();
            default -> TextNode.valueOf(text);
        };
    }

    private JsonNode apply(Node at, String function, Node argument) {
        return switch (function) {
            case "Ref" -> ref(at, text(argument));
            case "Condition" -> BooleanNode.valueOf(condition(at, text(argument)));
            case "Fn::GetAtt" -> getAtt(at, argument);
            case "Fn::Sub" -> sub(at, argument);
            case "Fn::Join" -> join(items(argument));
            case "Fn::If" -> {
                List<Node> parts = items(argument);
                yield resolve(parts.get(condition(at, text(parts.get(0))) ? 1 : 2));
            }
            case "Fn::Equals" -> {
                List<Node> parts = items(argument);
                yield BooleanNode.valueOf(resolve(parts.get(0))
                        .asText()
                        .equals(resolve(parts.get(1)).asText()));
            }
            case "Fn::Not" -> BooleanNode.valueOf(!isTrue(items(argument).getFirst()));
            case "Fn::And" -> BooleanNode.valueOf(items(argument).stream().allMatch(this::isTrue));
            case "Fn::Or" -> BooleanNode.valueOf(items(argument).stream().anyMatch(this::isTrue));
            case "Fn::Select" -> {
                List<Node> parts = items(argument);
                yield resolve(items(parts.get(1)).get(resolve(parts.get(0)).asInt()));
            }
            default ->
                throw problem(
                        at,
                        function + " is not supported by ./bot up. Say it with Ref, Sub, GetAtt, Join,"
                                + " If, Equals, Not, And, Or or Select.");
        };
    }

    private JsonNode ref(Node at, String name) {
        if (name.equals("AWS::NoValue")) {
            return MissingNode.getInstance();
        }
        String value = names.ref(name);
        int dot = name.indexOf('.');
        if (value == null && dot > 0) { // SAM: Ref of Function.Alias
            value = names.attribute(name.substring(0, dot), name.substring(dot + 1));
        }
        if (value == null) {
            throw problem(at, "there is no parameter or resource \"" + name + "\"");
        }
        return TextNode.valueOf(value);
    }

    private JsonNode getAtt(Node at, Node argument) {
        List<String> path = argument instanceof SequenceNode sequence
                ? sequence.getValue().stream().map(Intrinsics::text).toList()
                : List.of(text(argument).split("\\.", 2));
        return TextNode.valueOf(attribute(at, path.get(0), path.size() > 1 ? path.get(1) : ""));
    }

    private String attribute(Node at, String resource, String attribute) {
        String value = names.attribute(resource, attribute);
        if (value == null) {
            throw problem(at, "./bot up does not know the attribute \"" + attribute + "\" of \"" + resource + "\"");
        }
        return value;
    }

    private JsonNode sub(Node at, Node argument) {
        Map<String, Node> own = new LinkedHashMap<>();
        Node pattern = argument;
        if (argument instanceof SequenceNode sequence) {
            pattern = sequence.getValue().get(0);
            own.putAll(template.entries(sequence.getValue().get(1)));
        }
        return TextNode.valueOf(PLACEHOLDER.matcher(text(pattern)).replaceAll(found -> {
            String name = found.group(2);
            Node mine = own.get(name);
            String value;
            if (!found.group(1).isEmpty()) {
                value = "${" + name + "}"; // ${!Literal} stays, without the mark
            } else if (mine != null) {
                value = resolve(mine).asText();
            } else if (name.contains(".") && names.ref(name) == null) {
                value = attribute(at, name.substring(0, name.indexOf('.')), name.substring(name.indexOf('.') + 1));
            } else {
                value = ref(at, name).asText();
            }
            return java.util.regex.Matcher.quoteReplacement(value);
        }));
    }

    private JsonNode join(List<Node> parts) {
        JsonNode list = resolve(parts.get(1));
        return TextNode.valueOf(
                list.valueStream().map(JsonNode::asText).collect(Collectors.joining(text(parts.get(0)))));
    }

    private boolean condition(Node at, String name) {
        Boolean holds = names.condition(name);
        if (holds == null) {
            throw problem(at, "there is no condition \"" + name + "\"");
        }
        return holds;
    }

    private boolean isTrue(Node node) {
        return resolve(node).asBoolean();
    }

    private List<Node> items(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        throw problem(node, "a list is expected here");
    }

    private static String text(Node node) {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    private TemplateProblem problem(Node at, String message) {
        return new TemplateProblem(template.place(at), message);
    }
}
