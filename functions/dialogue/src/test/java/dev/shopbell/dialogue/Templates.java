package dev.shopbell.dialogue;

import dev.shopbell.conversation.MediaKind;
import dev.shopbell.definition.ApprovedTemplate;
import dev.shopbell.definition.ApprovedTemplate.Press;
import dev.shopbell.definition.ApprovedTemplate.PressKind;
import dev.shopbell.definition.ApprovedTemplate.Value;
import dev.shopbell.definition.ApprovedTemplate.ValueKind;
import dev.shopbell.definition.Attached;
import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.Texts;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bakery with approved templates. */
final class Templates {

    private static final Texts NONE = new Texts(Map.of());

    private Templates() {}

    static BotDefinition withReopening(String name) {
        var template = template(name, null, List.of());
        return bot(
                Bakery.BOT.intents(), new ApprovedTemplate.Reopening(both("Hi {name}, we have an answer."), template));
    }

    /** Its answer to "what does it cost" is a template, on WhatsApp. */
    static BotDefinition withPricesAsTemplate() {
        var header = new ApprovedTemplate.Header(
                null, new Attached.Media(MediaKind.IMAGE, "https://shop.example/prices.jpg", NONE), null);
        var buttons = List.of(
                new Press(PressKind.INTENT, "thanks", NONE, NONE, Map.of()),
                new Press(PressKind.PAGE, "https://shop.example/", both("All"), both("prices"), Map.of()));
        var template = template("prices_today", header, buttons);
        var intents = Bakery.BOT.intents().stream()
                .map(intent -> intent.name().equals("prices") ? with(intent, template) : intent)
                .toList();
        return bot(intents, null);
    }

    private static ApprovedTemplate template(
            String name, ApprovedTemplate.@Nullable Header header, List<Press> buttons) {
        return new ApprovedTemplate(
                name,
                both("en"),
                List.of("whatsapp"),
                header,
                List.of(new Value("", ValueKind.TEXT, both("{name}"), "", 0)),
                buttons,
                both("there"));
    }

    private static BotDefinition.Intent with(BotDefinition.Intent intent, ApprovedTemplate template) {
        return new BotDefinition.Intent(
                intent.name(),
                intent.title(),
                intent.examples(),
                intent.answer(),
                List.of(),
                "",
                false,
                false,
                false,
                new Attached(List.of(), null, null, null, template));
    }

    private static BotDefinition bot(
            List<BotDefinition.Intent> intents, ApprovedTemplate.@Nullable Reopening reopening) {
        var bot = Bakery.BOT;
        return new BotDefinition(
                bot.name(),
                bot.languages(),
                bot.timeZone(),
                bot.phoneRegion(),
                intents,
                bot.flows(),
                bot.phrases(),
                bot.hours(),
                bot.closedDays(),
                bot.quietHours(),
                bot.routing(),
                bot.connectors(),
                bot.entities(),
                reopening);
    }

    private static Texts both(String words) {
        return new Texts(Map.of("en", words, "es", words));
    }
}
