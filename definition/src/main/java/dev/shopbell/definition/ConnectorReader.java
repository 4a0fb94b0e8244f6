package dev.shopbell.definition;

import dev.shopbell.definition.BotDefinition.Connector;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code connectors/*.yaml}. */
final class ConnectorReader {

    private final List<String> languages;

    ConnectorReader(List<String> languages) {
        this.languages = languages;
    }

    Map<String, Connector> read(List<YamlNode> files) {
        var connectors = new LinkedHashMap<String, Connector>();
        for (var node : files) {
            node.allow(List.of("connector", "type", "owner", "records"));
            var name = node.at("connector").text("The connector has no name. Add \"connector: orders\", say.");
            var type = node.at("type").textOr("file");
            if (!type.equals("file")) {
                node.at("type").problem("\"" + type + "\" is no type of connector. Known is: file.");
            }
            var owner = node.at("owner").textOr("");
            var records = new LinkedHashMap<String, Map<String, Texts>>();
            node.at("records").fields().forEach((key, entry) -> {
                // A record without its owner would be nobody's, silently; or everybody's, worse.
                if (!owner.isEmpty() && !entry.at(owner).isPresent()) {
                    entry.problem("Record \"" + key + "\" does not say whose it is. Add \"" + owner
                            + ":\" with the customer's id in your shop.");
                }
                var fields = new LinkedHashMap<String, Texts>();
                entry.fields().forEach((field, value) -> fields.put(field, TextsReader.readFact(value, languages)));
                records.put(key, fields);
            });
            connectors.put(name, new Connector(type, owner.isEmpty() ? null : owner, records));
        }
        return connectors;
    }
}
