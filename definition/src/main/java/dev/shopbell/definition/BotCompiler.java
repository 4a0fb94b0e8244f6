package dev.shopbell.definition;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The compiled bot: one JSON file that the functions load without reading YAML or validating again. */
public final class BotCompiler {

    /** The name of the file in the bot layer. */
    public static final String FILE = "bot.json";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private BotCompiler() {}

    /** Writes the file into the folder, which is made if it is not there. */
    public static void write(BotDefinition bot, Path folder) throws IOException {
        Files.createDirectories(folder);
        MAPPER.writeValue(folder.resolve(FILE).toFile(), bot);
    }

    /**
     * Reads it back.
     *
     * @throws IOException if there is no such file; the message says how to make one
     */
    public static BotDefinition read(Path folder) throws IOException {
        var file = folder.resolve(FILE);
        if (!Files.isRegularFile(file)) {
            throw new IOException("There is no compiled bot at " + file + ". Make it: ./bot package");
        }
        return CompiledBot.read(MAPPER.readTree(file.toFile()));
    }
}
