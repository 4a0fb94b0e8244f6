package dev.shopbell.local.command.bill;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.command.CommandFailure;
import dev.shopbell.local.command.Json;
import dev.shopbell.local.up.Home;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** AWS's prices in one region on one day, each with the page that says so, and what is assumed besides. */
final class PriceList {
    /** The newest list. */
    static final Path FILE = Home.directory().resolve(Path.of("benchmarks", "prices-us-east-1-2026-11.json"));

    private final JsonNode list;
    private final Map<String, Price> prices = new LinkedHashMap<>();

    /**
     * One price.
     *
     * @param dollars per unit
     * @param freeAMonth units that cost nothing in every month, for ever
     */
    record Price(String key, String what, String unit, double dollars, double freeAMonth) {}

    PriceList(JsonNode list) {
        this.list = list;
        for (var each : list.path("prices")) {
            var key = each.path("key").asText();
            prices.put(
                    key,
                    new Price(
                            key,
                            each.path("what").asText(),
                            each.path("unit").asText(),
                            each.path("usd").asDouble() / each.path("per").asDouble(),
                            each.path("freeAMonth").asDouble()));
        }
    }

    static PriceList read(Path file) throws CommandFailure {
        try {
            return new PriceList(Json.read(file));
        } catch (IOException e) {
            throw new CommandFailure(
                    "The price list " + file.toAbsolutePath()
                            + " cannot be read. Run ./bot in the project's directory.",
                    e);
        }
    }

    Price price(String key) {
        var price = prices.get(key);
        if (price == null) {
            throw new IllegalArgumentException("The price list lacks \"" + key + "\"");
        }
        return price;
    }

    double assumption(String name) {
        var value = list.path("assumptions").path(name);
        if (!value.isNumber()) {
            throw new IllegalArgumentException("The price list lacks the assumption \"" + name + "\"");
        }
        return value.asDouble();
    }

    /** {@code us-east-1, 2026-11-22}. */
    String title() {
        return list.path("region").asText() + ", " + list.path("asOf").asText();
    }
}
