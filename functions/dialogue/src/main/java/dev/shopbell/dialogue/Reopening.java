package dev.shopbell.dialogue;

import dev.shopbell.conversation.Reply;
import dev.shopbell.definition.BotDefinition;
import java.util.List;
import java.util.Optional;

/** The template that asks a customer to write again, when free words may no longer be said. */
final class Reopening {

    private Reopening() {}

    /** Its name: the setting counts for more than the bot's files, so that it can be changed without a deployment. */
    static Optional<String> name(BotDefinition bot, Optional<String> setting) {
        return setting.or(() ->
                Optional.ofNullable(bot.reopening()).map(own -> own.template().name()));
    }

    /** Filled as the bot's files say, if they know the template; else as it is. */
    static Reply template(BotDefinition bot, String name, Memory memory) {
        var own = bot.reopening();
        return own != null && own.template().name().equals(name)
                ? new FilledTemplate(new Wording(bot), own.template())
                        .of(own.text().in(memory.language()), memory)
                : new Reply.Template("[" + name + "]", name, memory.language(), List.of());
    }
}
