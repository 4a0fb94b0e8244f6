package dev.shopbell.nlu.exchange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A place in a JSON or YAML file that knows its line. Reading never throws: what is not there is empty. */
public final class Tree {
    private final String file;
    private final int line;
    private final @Nullable Object value;

    private Tree(String file, int line, @Nullable Object value) {
        this.file = file;
        this.line = line;
        this.value = value;
    }

    static Tree map(String file, int line, Map<String, Tree> fields) {
        return new Tree(file, line, fields);
    }

    static Tree list(String file, int line, List<Tree> items) {
        return new Tree(file, line, items);
    }

    static Tree words(String file, int line, String text) {
        return new Tree(file, line, text);
    }

    static Tree absent(String file, int line) {
        return new Tree(file, line, null);
    }

    /** As it was named when it was read. */
    public String file() {
        return file;
    }

    /** From 1. */
    public int line() {
        return line;
    }

    /** Whether anything stands here, be it empty. */
    public boolean isPresent() {
        return value != null;
    }

    boolean isMap() {
        return value instanceof Map;
    }

    boolean isList() {
        return value instanceof List;
    }

    /** Whether something stands here: not an empty list, map or text, nor {@code false}. */
    boolean says() {
        return switch (value) {
            case null -> false;
            case String text -> !text.isBlank() && !text.equals("false");
            case Map<?, ?> fields -> !fields.isEmpty();
            case List<?> items -> !items.isEmpty();
            default -> true;
        };
    }

    /** The fields of a map in order; none if it is something else. */
    public Map<String, Tree> fields() {
        var fields = new LinkedHashMap<String, Tree>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, field) -> fields.put((String) name, (Tree) field));
        }
        return fields;
    }

    /** The field of that name, or an absent one. */
    public Tree at(String name) {
        return value instanceof Map<?, ?> map && map.get(name) instanceof Tree found ? found : absent(file, line);
    }

    /** The items of a list, or the one thing that stands in its place. */
    public List<Tree> items() {
        return switch (value) {
            case null -> List.of();
            case List<?> items -> items.stream().map(Tree.class::cast).toList();
            default -> List.of(this);
        };
    }

    /** The words; empty if there are none. */
    public String text() {
        return value instanceof String text ? text : "";
    }
}
