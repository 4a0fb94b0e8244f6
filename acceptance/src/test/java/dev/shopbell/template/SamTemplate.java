package dev.shopbell.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.ConstructNode;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.constructor.StandardConstructor;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * The template as maps and lists. A short intrinsic function ({@code !Ref X}) reads as {@code {"!Ref": X}}: what it would
 * become is the business of AWS.
 *
 * @param root the whole file
 */
record SamTemplate(Map<?, ?> root) {

    static final Path FILE =
            Path.of("..", "infra", "template.yaml").toAbsolutePath().normalize();

    private static final List<String> INTRINSICS =
            List.of("Ref", "Sub", "GetAtt", "If", "Not", "Equals", "Or", "Condition", "Join", "Select");

    static SamTemplate read() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SamTemplate parse(String yaml) {
        var settings = LoadSettings.builder().setLabel("template.yaml").build();
        var root = (Map<?, ?>) new Load(settings, new WithIntrinsics(settings)).loadFromString(yaml);
        return new SamTemplate(root);
    }

    /** Name to resource. */
    Map<String, Resource> resources() {
        var all = new LinkedHashMap<String, Resource>();
        map(root.get("Resources"))
                .forEach((name, resource) -> all.put(String.valueOf(name), new Resource(map(resource))));
        return all;
    }

    /** Those of one type, by name. */
    Map<String, Resource> resources(String type) {
        var some = new LinkedHashMap<>(resources());
        some.values().removeIf(resource -> !resource.type().equals(type));
        return some;
    }

    /** @throws AssertionError if the template does not have it */
    Resource resource(String name) {
        return Optional.ofNullable(resources().get(name))
                .orElseThrow(() -> new AssertionError("The template has no resource " + name));
    }

    /** What all functions have in common. */
    Map<?, ?> functionGlobals() {
        return map(map(root.get("Globals")).get("Function"));
    }

    static Map<?, ?> map(@Nullable Object value) {
        return value instanceof Map<?, ?> map ? map : Map.of();
    }

    /** One value or several, as several. */
    static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : value instanceof List<?> list ? list : List.of(value);
    }

    /** One entry under {@code Resources}. */
    record Resource(Map<?, ?> body) {

        String type() {
            return String.valueOf(body.get("Type"));
        }

        Optional<Object> property(String name) {
            return Optional.ofNullable(map(body.get("Properties")).get(name));
        }

        /** The statements of a function's or a role's policies, wherever they stand. */
        List<Map<?, ?>> statements() {
            var found = new ArrayList<Map<?, ?>>();
            collectStatements(body, found);
            return found;
        }

        private static void collectStatements(Object value, List<Map<?, ?>> found) {
            if (value instanceof Map<?, ?> map) {
                if (map.containsKey("Effect")) {
                    found.add(map);
                }
                map.values().forEach(each -> collectStatements(each, found));
            } else if (value instanceof List<?> list) {
                list.forEach(each -> collectStatements(each, found));
            }
        }
    }

    private static final class WithIntrinsics extends StandardConstructor {
        WithIntrinsics(LoadSettings settings) {
            super(settings);
            for (var name : INTRINSICS) {
                tagConstructors.put(new Tag("!" + name), new Intrinsic(name));
            }
        }

        private final class Intrinsic implements ConstructNode {
            private final String name;

            Intrinsic(String name) {
                this.name = name;
            }

            @Override
            public Object construct(Node node) {
                return Map.of(
                        "!" + name,
                        switch (node.getNodeType()) {
                            case SCALAR -> ((ScalarNode) node).getValue();
                            case SEQUENCE -> constructSequence((SequenceNode) node);
                            default ->
                                throw new IllegalArgumentException("!" + name + " of a mapping is not read here");
                        });
            }
        }
    }
}
