package dev.shopbell.nlu.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads JSON and YAML as trees: tags construct nothing, and aliases cannot blow a small file up. */
public final class TreeReader {
    private static final int MOST_NODES = 2_000_000;
    private static final int MOST_DEPTH = 100;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(MOST_DEPTH).build())
            .build();

    private final String file;
    private int nodes;

    private TreeReader(String file) {
        this.file = file;
    }

    /** @throws IOException if it is no JSON; the message has file and line */
    public static Tree json(String file, String text) throws IOException {
        try (var parser = JSON.createParser(text)) {
            if (parser.nextToken() == null) {
                throw new IOException(file + ":1: This file is empty. Export it again.");
            }
            return new TreeReader(file).json(parser);
        } catch (JsonProcessingException e) {
            var line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IOException(
                    file + ":" + line + ": This is not JSON: " + e.getOriginalMessage() + ". Export it again.", e);
        }
    }

    /** @throws IOException if it is no YAML; the message has file and line */
    public static Tree yaml(String file, String text) throws IOException {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Bundle.MOST_BYTES_OF_A_FILE)
                .build();
        try {
            refuseDepth(file, new Parse(settings).parseString(text));
            var node = new Compose(settings).composeString(text);
            return node.isPresent() ? new TreeReader(file).yaml(node.get(), 0) : Tree.absent(file, 1);
        } catch (MarkedYamlEngineException e) {
            var line = e.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new IOException(
                    file + ":" + line + ": This is not YAML: " + e.getProblem() + ". Mind the indentation.", e);
        } catch (YamlEngineException e) {
            throw new IOException(file + ":1: This is not YAML: " + e.getMessage(), e);
        }
    }

    /** Composing takes a frame of the stack for each level: what is nested without end is found before. */
    private static void refuseDepth(String file, Iterable<Event> events) throws IOException {
        var depth = 0;
        for (var event : events) {
            depth += switch (event.getEventId()) {
                case MappingStart, SequenceStart -> 1;
                case MappingEnd, SequenceEnd -> -1;
                default -> 0;
            };
            if (depth > MOST_DEPTH) {
                var line = event.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
                throw new IOException(
                        file + ":" + line + ": This is nested deeper than a bot's files are. Look at it.");
            }
        }
    }

    private Tree json(JsonParser parser) throws IOException {
        var line = parser.currentTokenLocation().getLineNr();
        count(line, 0);
        return switch (parser.currentToken()) {
            case START_OBJECT -> {
                var fields = new LinkedHashMap<String, Tree>();
                while (parser.nextToken() != JsonToken.END_OBJECT) {
                    var name = parser.currentName();
                    parser.nextToken();
                    fields.put(name, json(parser));
                }
                yield Tree.map(file, line, fields);
            }
            case START_ARRAY -> {
                var items = new ArrayList<Tree>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(json(parser));
                }
                yield Tree.list(file, line, items);
            }
            case VALUE_NULL -> Tree.absent(file, line);
            default -> Tree.words(file, line, parser.getText());
        };
    }

    private Tree yaml(Node node, int depth) throws IOException {
        var line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
        count(line, depth);
        return switch (node) {
            case MappingNode map -> {
                var fields = new LinkedHashMap<String, Tree>();
                for (var tuple : map.getValue()) {
                    if (tuple.getKeyNode() instanceof ScalarNode key) {
                        fields.put(key.getValue(), yaml(tuple.getValueNode(), depth + 1));
                    }
                }
                yield Tree.map(file, line, fields);
            }
            case SequenceNode list -> {
                var items = new ArrayList<Tree>();
                for (var item : list.getValue()) {
                    items.add(yaml(item, depth + 1));
                }
                yield Tree.list(file, line, items);
            }
            case ScalarNode scalar when scalar.getTag().getValue().endsWith(":null") -> Tree.absent(file, line);
            case ScalarNode scalar -> Tree.words(file, line, scalar.getValue());
            default -> Tree.absent(file, line);
        };
    }

    private void count(int line, int depth) throws IOException {
        if (++nodes > MOST_NODES || depth > MOST_DEPTH) {
            throw new IOException(file + ":" + line + ": This file unfolds into more than a bot can be. Take its"
                    + " aliases (&x, *x) out, or split it.");
        }
    }
}
