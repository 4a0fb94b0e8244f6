package dev.shopbell.engine;

import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import dev.shopbell.platform.Json;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/**
 * Amazon Lex V2, one {@code RecognizeText} an utterance. Each has a session of its own: Lex is asked what the words mean, not
 * where its dialogue stands, and no customer can be told by it.
 *
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/APIReference/API_runtime_RecognizeText.html">Lex API reference,
 *     "RecognizeText"</a>
 */
final class LexEngine implements OtherEngine {

    /** "Length constraints: minimum length of 1, maximum length of 1024" (RecognizeText, text). */
    private static final int LONGEST = 1024;

    private final Service lex;
    private final URI alias;
    private final Map<String, String> locales;
    private final String defaultLanguage;
    private final LexAnswer answers;

    /**
     * @param endpoint without a slash at the end
     * @param locales language to Lex's locale ({@code en} to {@code en_US})
     * @param defaultLanguage asked in where a customer's language is not known yet, or has no locale
     */
    LexEngine(
            Service lex,
            URI endpoint,
            String botId,
            String aliasId,
            Map<String, String> locales,
            String defaultLanguage,
            BotWords words) {
        this.lex = lex;
        this.alias = URI.create(endpoint + "/bots/" + botId + "/botAliases/" + aliasId + "/botLocales/");
        this.locales = Map.copyOf(locales);
        this.defaultLanguage = defaultLanguage;
        this.answers = new LexAnswer(words);
    }

    @Override
    public Understanding understand(Utterance utterance) {
        var text = utterance.text().strip();
        if (text.isEmpty()) {
            return Understanding.NOTHING;
        }
        var cut =
                text.substring(0, text.offsetByCodePoints(0, Math.min(text.codePointCount(0, text.length()), LONGEST)));
        var url = URI.create(alias + locale(utterance.locale()) + "/sessions/" + UUID.randomUUID() + "/text");
        return answers.read(lex.ask(url, Json.object().put("text", cut)), utterance);
    }

    private String locale(String language) {
        var known = locales.get(language);
        var usual = known != null ? known : locales.get(defaultLanguage);
        if (usual == null) {
            throw new EngineTrouble(
                    EngineTrouble.Kind.MISCONFIGURED,
                    "LexLocales has no locale for \"" + defaultLanguage + "\". Add one: LexLocales=" + defaultLanguage
                            + "=en_US.",
                    null);
        }
        return usual;
    }
}
