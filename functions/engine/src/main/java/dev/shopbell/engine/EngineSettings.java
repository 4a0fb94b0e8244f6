package dev.shopbell.engine;

import dev.shopbell.definition.BotDefinition;
import dev.shopbell.platform.RequestSigner;
import dev.shopbell.platform.SignedCall;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The engine that the settings ask for.
 *
 * @param read a setting by its name as an environment variable; empty if it is not set
 */
record EngineSettings(UnaryOperator<String> read) {

    /**
     * Makes it; nothing is asked yet.
     *
     * @throws IllegalStateException if a setting is missing or wrong; the message says which and how to mend it
     */
    OtherEngine engine(BotDefinition bot) {
        var words = new BotWords(bot);
        var patience =
                Duration.ofMillis(Long.parseLong(required("SECOND_ENGINE_MILLIS", "SecondEngineMillis", "1500")));
        return switch (read.apply("SECOND_ENGINE")) {
            case "lex" ->
                new LexEngine(
                        new Service(
                                "Amazon Lex",
                                "lex:RecognizeText",
                                "LexBotId, LexBotAliasId and LexLocales",
                                new SignedCall(RequestSigner.fromEnvironment("lex"), patience)),
                        endpoint("LEX_API_URL", "runtime-v2-lex"),
                        required("LEX_BOT_ID", "LexBotId", "ABCDEFGHIJ"),
                        required("LEX_BOT_ALIAS_ID", "LexBotAliasId", "TSTALIASID"),
                        locales(required("LEX_LOCALES", "LexLocales", "en=en_US,es=es_ES")),
                        bot.defaultLanguage(),
                        words);
            case "bedrock" ->
                new BedrockEngine(
                        new Service(
                                "Amazon Bedrock",
                                "bedrock:InvokeModel",
                                "BedrockModelId and BedrockFoundationModel",
                                new SignedCall(RequestSigner.fromEnvironment("bedrock"), patience)),
                        endpoint("BEDROCK_API_URL", "bedrock-runtime"),
                        required("BEDROCK_MODEL_ID", "BedrockModelId", "amazon.nova-micro-v1:0"),
                        new BedrockPrompt(bot),
                        words);
            default ->
                throw new IllegalStateException("SecondEngine is \"" + read.apply("SECOND_ENGINE")
                        + "\". It can be lex or bedrock; leave it empty for none.");
        };
    }

    private String required(String name, String parameter, String example) {
        var value = read.apply(name);
        if (value.isBlank()) {
            throw new IllegalStateException("SecondEngine=" + read.apply("SECOND_ENGINE") + " needs " + parameter
                    + ". Set it, as in " + parameter + "=" + example + ", or leave SecondEngine empty.");
        }
        return value;
    }

    /** The region's own, unless a test points elsewhere. */
    private URI endpoint(String name, String service) {
        var given = read.apply(name);
        var region = read.apply("AWS_REGION");
        return URI.create(
                given.isEmpty()
                        ? "https://" + service + "." + (region.isEmpty() ? "us-east-1" : region) + ".amazonaws.com"
                        : given);
    }

    private static Map<String, String> locales(String written) {
        var locales = new HashMap<String, String>();
        for (var pair : written.split(",", -1)) {
            var sides = pair.strip().split("=", -1);
            if (sides.length != 2 || !sides[0].matches("[a-z]{2,3}") || !sides[1].matches("[a-z]{2}_[A-Z0-9]{2,3}")) {
                throw new IllegalStateException("LexLocales has \"" + pair.strip()
                        + "\". Write language=locale with commas between, as in LexLocales=en=en_US,es=es_ES.");
            }
            locales.put(sides[0], sides[1]);
        }
        return locales;
    }
}
