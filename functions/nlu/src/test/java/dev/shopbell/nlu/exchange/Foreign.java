package dev.shopbell.nlu.exchange;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.definition.BotFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A folder with another product's files in it, written by a test. */
record Foreign(Path folder) {

    Foreign with(String name, String text) throws IOException {
        var file = folder.resolve("foreign").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Done imported(Format format, String locale) throws Exception {
        var out = folder.resolve("out");
        var done = Import.run(format, folder.resolve("foreign"), locale, out);
        return new Done(BotFiles.read(out), done.leftovers(), out);
    }

    /** A bot that is valid, and what is left to do. */
    record Done(BotDefinition bot, List<Leftover> leftovers, Path out) {
        List<String> examples(String intent, String language) {
            return bot.intent(intent).orElseThrow().examples().getOrDefault(language, List.of());
        }

        String answer(String intent, String language) {
            return bot.intent(intent).orElseThrow().answer().in(language);
        }

        BotDefinition.EntityType entity(String type) {
            return bot.entities().stream()
                    .filter(entity -> entity.type().equals(type))
                    .findFirst()
                    .orElseThrow();
        }

        List<String> told() {
            return leftovers.stream().map(Leftover::toString).toList();
        }
    }
}
