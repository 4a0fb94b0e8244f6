package dev.shopbell.local.template;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** A CloudFormation template as it is written: YAML nodes that still know their lines, nothing resolved. */
public final class Template {
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setMaxAliasesForCollections(50)
            .build();

    private final Path file;
    private final String shownAs;
    private final Map<String, Node> sections;

    private Template(Path file, String shownAs, Map<String, Node> sections) {
        this.file = file;
        this.shownAs = shownAs;
        this.sections = sections;
    }

    /**
     * Reads a file.
     *
     * @param shownAs the file's name in messages, short enough for a person
     * @throws TemplateProblem when it is not YAML, or not a mapping
     * @throws IOException when it cannot be read
     */
    public static Template read(Path file, String shownAs) throws IOException {
        try (Reader reader = Files.newBufferedReader(file)) {
            Node root = new Compose(SETTINGS)
                    .composeReader(reader)
                    .orElseThrow(() -> new TemplateProblem(shownAs, "is empty"));
            return new Template(file, shownAs, entries(shownAs, root));
        } catch (YamlEngineException notYaml) {
            throw new TemplateProblem(shownAs, "is not YAML: " + notYaml.getMessage());
        }
    }

    /** The directory that relative paths in the template start from. */
    public Path directory() {
        return Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
    }

    /** The entries of a top-level section ({@code Parameters}, {@code Resources}); empty when there is none. */
    public Map<String, Node> section(String name) {
        Node section = sections.get(name);
        return section == null ? Map.of() : entries(section);
    }

    /**
     * A mapping's entries, in the order of the file.
     *
     * @throws TemplateProblem when the node is no mapping
     */
    public Map<String, Node> entries(Node node) {
        return entries(place(node), node);
    }

    /** {@code file:line} of a node. */
    public String place(Node node) {
        return node.getStartMark()
                .map(mark -> shownAs + ":" + (mark.getLine() + 1))
                .orElse(shownAs);
    }

    /** The entry of a mapping, if the node is one and has it. */
    public static Optional<Node> child(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode scalar
                        && scalar.getValue().equals(key))
                .map(entry -> entry.getValueNode())
                .findFirst();
    }

    private static Map<String, Node> entries(String place, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw new TemplateProblem(place, "a mapping (key: value) is expected here");
        }
        Map<String, Node> entries = new LinkedHashMap<>();
        for (var entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new TemplateProblem(place, "a key must be a word");
            }
            entries.put(key.getValue(), entry.getValueNode());
        }
        return entries;
    }
}
