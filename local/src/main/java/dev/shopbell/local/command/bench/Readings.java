package dev.shopbell.local.command.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.Json;
import dev.shopbell.local.command.RunningServer;

/**
 * What the meters and the functions' CPU clocks show at one moment.
 *
 * @param meters as {@code /_local/meters} tells
 * @param cpuMillis by function
 */
record Readings(JsonNode meters, ObjectNode cpuMillis) {

    static Readings take(RunningServer server) throws CommandFailure {
        var cpu = Json.object();
        server.get("/_local/ps")
                .path("functions")
                .forEach(function -> cpu.put(
                        function.path("id").asText(), function.path("cpuMillis").asLong()));
        return new Readings(server.get("/_local/meters"), cpu);
    }

    /** What was used between an earlier moment and this one. */
    Readings since(Readings earlier) {
        return new Readings(minus(meters, earlier.meters), minus(cpuMillis, earlier.cpuMillis));
    }

    /** Numbers are subtracted wherever they stand; what was not there before counted as zero; the rest is left out. */
    static ObjectNode minus(JsonNode now, JsonNode before) {
        var difference = Json.object();
        for (var field : now.properties()) {
            var value = field.getValue();
            var old = before.path(field.getKey());
            if (value.isObject()) {
                difference.set(field.getKey(), minus(value, old));
            } else if (value.isNumber()) {
                difference.put(field.getKey(), value.asDouble() - old.asDouble());
            }
        }
        return difference;
    }
}
