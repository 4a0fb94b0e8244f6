package dev.shopbell.definition;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A place in a YAML file that knows its line. Reading never throws: what is wrong is added to the problems, and an empty
 * value goes on, so that all problems are told at once.
 */
final class YamlNode {

    private final Path file;
    private final @Nullable Node node;
    private final int line;
    private final List<Problem> problems;

    YamlNode(Path file, @Nullable Node node, int line, List<Problem> problems) {
        this.file = file;
        this.node = node;
        this.line = node == null
                ? line
                : node.getStartMark().map(m -> m.getLine() + 1).orElse(line);
        this.problems = problems;
    }

    Path file() {
        return file;
    }

    int line() {
        return line;
    }

    boolean isPresent() {
        return node != null;
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    void problem(String message) {
        problems.add(new Problem(file, line, message));
    }

    /** The fields of a map, in order; a problem if it is something else, nothing if it is absent. */
    Map<String, YamlNode> fields() {
        var fields = new LinkedHashMap<String, YamlNode>();
        if (node instanceof MappingNode map) {
            for (var tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key) {
                    var value = new YamlNode(file, tuple.getValueNode(), line, problems);
                    if (fields.put(key.getValue(), value) != null) {
                        value.problem("\"" + key.getValue() + "\" stands here twice. Remove one.");
                    }
                }
            }
        } else if (node != null) {
            problem("Expected \"name: value\" lines here.");
        }
        return fields;
    }

    /** The field of that name; an absent one if there is none. */
    YamlNode at(String name) {
        if (node instanceof MappingNode map) {
            for (var tuple : map.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals(name)) {
                    return new YamlNode(file, tuple.getValueNode(), line, problems);
                }
            }
        }
        return new YamlNode(file, null, line, problems);
    }

    /** Tells every field that is not among the known ones. */
    void allow(List<String> known) {
        fields().forEach((name, value) -> {
            if (!known.contains(name)) {
                value.problem("\"" + name + "\" is not known here." + Nearest.hint(name, known));
            }
        });
    }

    /** The words; empty (and a problem if {@code mend} is given) if there are none. */
    String text(String mend) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue();
        }
        if (node instanceof MappingNode || node instanceof SequenceNode) {
            problem("Expected words here, not a list or a map.");
        } else if (!mend.isEmpty()) {
            problem(mend);
        }
        return "";
    }

    /** The words, or the given ones where the file has none. */
    String textOr(String otherwise) {
        return node == null ? otherwise : text("This is empty. Write something or remove the line.");
    }

    boolean isTrue() {
        var text = textOr("false");
        if (!text.equals("true") && !text.equals("false")) {
            problem("Expected true or false, found \"" + text + "\".");
        }
        return text.equals("true");
    }

    double number(double otherwise, double from, double to) {
        if (node == null) {
            return otherwise;
        }
        try {
            var value = Double.parseDouble(text(""));
            if (value >= from && value <= to) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below, together with a number that is out of range
        }
        problem("Expected a number from " + from + " to " + to + ".");
        return otherwise;
    }

    List<YamlNode> items() {
        var items = new ArrayList<YamlNode>();
        if (node instanceof SequenceNode list) {
            list.getValue().forEach(n -> items.add(new YamlNode(file, n, line, problems)));
        } else if (node != null) {
            problem("Expected a list here: lines that begin with \"- \".");
        }
        return items;
    }

    List<String> texts() {
        return items().stream()
                .map(i -> i.text("This item is empty. Remove it."))
                .filter(t -> !t.isEmpty())
                .toList();
    }
}
