package dev.shopbell.definition;

import dev.shopbell.definition.BotDefinition.Flow;
import dev.shopbell.definition.BotDefinition.Slot;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Reads the small jobs. */
final class FlowReader {

    private final List<String> languages;
    private final List<String> entities;
    private final Collection<String> connectors;

    FlowReader(List<String> languages, List<String> entities, Collection<String> connectors) {
        this.languages = languages;
        this.entities = entities;
        this.connectors = connectors;
    }

    List<Flow> read(List<YamlNode> nodes) {
        return nodes.stream().map(this::flow).toList();
    }

    private Flow flow(YamlNode node) {
        node.allow(List.of("flow", "slots", "lookup", "found", "missing", "done", "abandoned"));
        var slots = node.at("slots").items().stream().map(this::slot).toList();
        var lookup = node.at("lookup");
        lookup.allow(List.of("connector", "key"));
        if (slots.isEmpty()) {
            node.problem("The flow asks for nothing. Add \"slots:\", or answer by an intent's \"answer:\" instead.");
        }
        if (lookup.isPresent()) {
            checkLookup(lookup, slots);
        }
        return new Flow(
                node.at("flow").text("The flow has no name. Add \"flow: order_status\", say."),
                slots,
                lookup.at("connector").textOr(""),
                lookup.at("key").textOr(""),
                said(node, "found", lookup.isPresent()),
                said(node, "missing", lookup.isPresent()),
                said(node, "done", !lookup.isPresent()),
                said(node, "abandoned", true));
    }

    private Texts said(YamlNode node, String what, boolean required) {
        return required
                ? TextsReader.read(node.at(what), languages, what)
                : TextsReader.readOptional(node.at(what), languages, what);
    }

    private void checkLookup(YamlNode lookup, List<Slot> slots) {
        var connector = lookup.at("connector").text("The look-up names no connector. Add \"connector: orders\", say.");
        if (!connector.isEmpty() && !connectors.contains(connector)) {
            lookup.at("connector")
                    .problem("There is no connector \"" + connector + "\"." + Nearest.hint(connector, connectors));
        }
        var names = slots.stream().map(Slot::name).toList();
        var key = lookup.at("key").text("The look-up has no key. Add \"key:\" and the name of a slot.");
        if (!key.isEmpty() && !names.contains(key)) {
            lookup.at("key").problem("There is no slot \"" + key + "\" in this flow." + Nearest.hint(key, names));
        }
    }

    private Slot slot(YamlNode node) {
        node.allow(List.of("name", "entity", "ask", "invalid", "choices"));
        var name = node.at("name").text("The slot has no name. Add \"name: order\", say.");
        var entity = node.at("entity").textOr("text");
        if (!entities.contains(entity)) {
            node.at("entity").problem("There is no entity \"" + entity + "\"." + Nearest.hint(entity, entities));
        }
        if (!node.at("ask").isPresent()) {
            node.problem("slot \"" + name + "\" has no question. Add \"ask:\".");
        }
        var choices = new ArrayList<Texts>();
        node.at("choices").items().forEach(c -> choices.add(TextsReader.read(c, languages, "choice")));
        return new Slot(
                name,
                entity,
                TextsReader.readOptional(node.at("ask"), languages, "ask"),
                TextsReader.readOptional(node.at("invalid"), languages, "invalid"),
                choices);
    }
}
