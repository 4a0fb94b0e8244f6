package dev.shopbell.definition;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks that what names something else names something that is there. */
final class BotReferences {

    private BotReferences() {}

    static void check(BotDefinition bot, YamlNode botFile, Map<String, YamlNode> nodes, List<Problem> problems) {
        var intents = bot.intents().stream().map(BotDefinition.Intent::name).toList();
        var flows = bot.flows().stream().map(BotDefinition.Flow::name).toList();
        for (var intent : bot.intents()) {
            var node = nodes.get(intent.name());
            if (node == null) {
                continue;
            }
            var ways = (intent.answer().isEmpty() ? 0 : 1)
                    + (intent.flow().isEmpty() ? 0 : 1)
                    + (intent.handover() ? 1 : 0);
            if (ways != 1) {
                node.problem("intent \"" + intent.name() + "\" needs exactly one of \"answer:\", \"flow:\" and"
                        + " \"handover: true\"; it has " + ways + ".");
            }
            if (!intent.flow().isEmpty() && !flows.contains(intent.flow())) {
                node.at("flow")
                        .problem("There is no flow \"" + intent.flow() + "\"." + Nearest.hint(intent.flow(), flows));
            }
            for (var choice : intent.choices()) {
                if (!intents.contains(choice)) {
                    node.at("choices")
                            .problem("There is no intent \"" + choice + "\"." + Nearest.hint(choice, intents));
                }
            }
        }
        for (var intent : bot.intents()) {
            var node = nodes.get(intent.name());
            var attached = intent.attached();
            if (node != null && attached != null) {
                checkCards(node.at("cards").items(), attached, bot, intents);
                checkTemplate(node.at("template").at("buttons").items(), attached.template(), bot, intents);
            }
        }
        checkTemplate(
                botFile.at("reopening").at("buttons").items(),
                bot.reopening() == null ? null : bot.reopening().template(),
                bot,
                intents);
        if (bot.intents().stream().noneMatch(BotDefinition.Intent::handover)) {
            problems.add(new Problem(
                    nodes.values().stream().findFirst().map(YamlNode::file).orElse(Path.of("intents")),
                    1,
                    "No intent calls a person. Add one with \"handover: true\": every customer must be able to ask."));
        }
    }

    private static void checkCards(List<YamlNode> cards, Attached attached, BotDefinition bot, List<String> intents) {
        for (int card = 0; card < attached.cards().size(); card++) {
            var buttons = attached.cards().get(card).buttons();
            var nodes = cards.get(card).at("buttons").items();
            for (int button = 0; button < buttons.size(); button++) {
                var name = buttons.get(button).intent();
                if (!name.isEmpty()) {
                    checkButton(nodes.get(button), name, AttachedReader.LONGEST_BUTTON, bot, intents);
                }
            }
        }
    }

    private static void checkTemplate(
            List<YamlNode> nodes, @Nullable ApprovedTemplate template, BotDefinition bot, List<String> intents) {
        for (int button = 0; template != null && button < template.buttons().size(); button++) {
            var press = template.buttons().get(button);
            if (press.kind() == ApprovedTemplate.PressKind.INTENT
                    && !press.value().isEmpty()) {
                checkButton(nodes.get(button), press.value(), TemplateButtonReader.LONGEST_LABEL, bot, intents);
            }
        }
    }

    private static void checkButton(YamlNode node, String name, int longest, BotDefinition bot, List<String> intents) {
        var intent = bot.intent(name);
        if (intent.isEmpty()) {
            node.problem("There is no intent \"" + name + "\"." + Nearest.hint(name, intents));
            return;
        }
        intent.get().title().byLanguage().values().stream()
                .filter(title -> title.length() > longest)
                .forEach(title -> node.problem("\"" + title + "\", the title of \"" + name + "\", has " + title.length()
                        + " characters; platforms show " + longest
                        + " on a button. Shorten it there."));
    }
}
