package dev.shopbell.definition;

import dev.shopbell.conversation.SmsSegments;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * An answer that costs more than one SMS segment, or would at a few characters more, since it is sent in UCS-2.
 *
 * @param language of these words
 * @param segments as it is sent: with plain typography where that saves some
 * @param without how many segments it would be without the characters that are not in the GSM alphabet
 */
public record DearAnswer(Path file, int line, String language, SmsSegments segments, int without) {

    /**
     * The dear answers of a bot, in the order of its files. Facts that are put in for {@code {hours}} and the like are counted as
     * they stand in the file.
     *
     * @throws IOException if a file cannot be read
     */
    public static List<DearAnswer> in(Path folder) throws IOException {
        var dear = new ArrayList<DearAnswer>();
        for (var intent : new BotFiles(folder).files("intents")) {
            intent.at("answer").fields().forEach((language, words) -> {
                var answer = of(words, language);
                if (answer.segments().ucs2() || answer.segments().count() > 1) {
                    dear.add(answer);
                }
            });
        }
        return dear;
    }

    private static DearAnswer of(YamlNode words, String language) {
        var text = SmsSegments.cheapest(words.text(""));
        var plain = text.codePoints()
                .map(c -> SmsSegments.of(Character.toString(c)).ucs2() ? 'x' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return new DearAnswer(
                words.file(),
                words.line(),
                language,
                SmsSegments.of(text),
                SmsSegments.of(plain).count());
    }
}
