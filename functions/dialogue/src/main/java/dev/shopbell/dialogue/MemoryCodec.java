package dev.shopbell.dialogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.road.PairPace;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.PermanentFailure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;

/**
 * A memory as it lies in the turn. Short names, nothing empty, and nothing that the turn holds elsewhere: the item is billed by the
 * kilobyte, and a turn with a few choices is about that long.
 */
final class MemoryCodec {

    private MemoryCodec() {}

    /** The memory after a turn that says these replies. */
    static String write(Memory memory, List<Reply> replies) {
        var node = Json.object();
        put(node, "l", memory.language());
        put(node, "n", memory.name());
        put(node, "c", memory.customer());
        if (memory.disclosed()) {
            node.put("d", true);
        }
        put(node, "f", memory.flow());
        put(node, "e", memory.expected());
        put(node, "fin", memory.finished());
        if (memory.failures() > 0) {
            node.put("x", memory.failures());
        }
        put(node, "t", memory.ticket());
        put(node, "r", memory.rating());
        if (!memory.slots().isEmpty()) {
            var slots = node.putObject("s");
            memory.slots().forEach(slots::put);
        }
        if (!memory.recentIntents().equals(intentsIn(memory.tried()))) {
            memory.recentIntents().forEach(node.putArray("i")::add);
        }
        put(node, "tr", memory.tried());
        if (!memory.offered().isEmpty() && memory.offered().equals(choices(replies))) {
            node.put("o", true);
        } else if (!memory.offered().isEmpty()) {
            var options = node.putArray("o");
            memory.offered().forEach(o -> options.addArray().add(o.value()).add(o.title()));
        }
        if (memory.heardAt() > 0) {
            node.put("at", memory.heardAt());
        }
        put(node, "w", memory.wish());
        put(node, "hd", memory.held());
        if (!memory.pace().equals(PairPace.FREE)) {
            node.putArray("pp")
                    .add(memory.pace().until().toEpochMilli())
                    .add(memory.pace().next().toEpochMilli());
        }
        put(node, "h", String.join("", memory.handled()));
        return Json.write(node);
    }

    /** Where a conversation stands after that turn. */
    static Memory read(Turn turn) {
        return read(turn.context(), turn.replies());
    }

    /** The same, of what {@link #write} made. */
    static Memory read(String json, List<Reply> replies) {
        if (json.isEmpty()) {
            return Memory.FRESH;
        }
        try {
            var node = Json.read(json);
            var slots = new HashMap<String, String>();
            node.path("s")
                    .properties()
                    .forEach(e -> slots.put(e.getKey(), e.getValue().asText()));
            var offered = new ArrayList<Option>();
            node.path("o")
                    .forEach(o ->
                            offered.add(new Option(o.path(0).asText(), o.path(1).asText())));
            if (node.path("o").asBoolean()) {
                offered.addAll(choices(replies));
            }
            var tried = texts(node.path("tr"));
            return new Memory(
                    node.path("l").asText(),
                    node.path("n").asText(),
                    node.path("c").asText(),
                    node.path("d").asBoolean(),
                    node.path("f").asText(),
                    node.path("e").asText(),
                    slots,
                    node.path("fin").asText(),
                    node.path("x").asInt(),
                    node.has("i") ? texts(node.path("i")) : intentsIn(tried),
                    tried,
                    offered,
                    node.path("t").asText(),
                    node.path("r").asText(),
                    node.path("at").asLong(),
                    node.path("w").asText(),
                    texts(node.path("hd")),
                    pace(node.path("pp")),
                    digests(node.path("h").asText()));
        } catch (JsonProcessingException e) {
            throw new PermanentFailure("A conversation's memory cannot be read", e);
        }
    }

    /** What can be chosen under the last of them. */
    private static List<Option> choices(List<Reply> replies) {
        return replies.isEmpty() ? List.of() : replies.getLast().choices();
    }

    /** The intents that were tried last, newest first: mostly those that {@link Memory#recentIntents} holds. */
    private static List<String> intentsIn(List<String> tried) {
        return tried.reversed().stream()
                .filter(entry -> entry.contains(": "))
                .map(entry -> entry.substring(0, entry.indexOf(": ")))
                .limit(Memory.RECENT)
                .toList();
    }

    private static PairPace pace(JsonNode pace) {
        return new PairPace(
                Instant.ofEpochMilli(pace.path(0).asLong()),
                Instant.ofEpochMilli(pace.path(1).asLong()));
    }

    private static List<String> digests(String joined) {
        var digests = new ArrayList<String>();
        for (int i = 0; i + Memory.DIGEST_LENGTH <= joined.length(); i += Memory.DIGEST_LENGTH) {
            digests.add(joined.substring(i, i + Memory.DIGEST_LENGTH));
        }
        return digests;
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(t -> texts.add(t.asText()));
        return texts;
    }

    private static void put(ObjectNode node, String name, String value) {
        if (!value.isEmpty()) {
            node.put(name, value);
        }
    }

    private static void put(ObjectNode node, String name, List<String> values) {
        if (!values.isEmpty()) {
            values.forEach(node.putArray(name)::add);
        }
    }
}
