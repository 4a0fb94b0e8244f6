package dev.shopbell.channels;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Settings for tests; every secret is a dummy. */
public final class Settings {

    public static final String APP_SECRET = "dummy-app-secret";
    public static final String TWILIO_TOKEN = "dummy-twilio-token";

    public static final String SNS_TOPIC = "arn:aws:sns:us-east-1:000000000000:two-way";

    private static final Map<String, String> ALL = Map.ofEntries(
            Map.entry("META_APP_SECRET", APP_SECRET),
            Map.entry("META_VERIFY_TOKEN", "dummy-verify-token"),
            Map.entry("MESSENGER_PAGE_TOKEN", "dummy-page-token"),
            Map.entry("WHATSAPP_TOKEN", "dummy-whatsapp-token"),
            Map.entry("GRAPH_API_URL", "http://graph.test"),
            Map.entry("TWILIO_ACCOUNT_SID", "AC123"),
            Map.entry("TWILIO_AUTH_TOKEN", TWILIO_TOKEN),
            Map.entry("TWILIO_API_URL", "http://twilio.test"),
            Map.entry("SNS_TOPIC_ARNS", "arn:aws:sns:us-east-1:000000000000:other, " + SNS_TOPIC),
            Map.entry("AWS_SMS_API_URL", "http://sms-voice.test"),
            Map.entry("AWS_SMS_CONFIGURATION_SET", "shopbell"),
            Map.entry("TELEGRAM_BOT_TOKEN", "4711:dummy-bot-token"),
            Map.entry("TELEGRAM_WEBHOOK_SECRET", "dummy-webhook-secret"),
            Map.entry("TELEGRAM_API_URL", "http://telegram.test"),
            Map.entry("PUBLIC_BASE_URL", "https://shop.example/"),
            Map.entry("WEB_TOKEN_SECRET", "dummy-web-secret"));

    private static final Set<String> SIGNING =
            Set.of("META_APP_SECRET", "TWILIO_AUTH_TOKEN", "TELEGRAM_WEBHOOK_SECRET", "WEB_TOKEN_SECRET");

    private Settings() {}

    public static Function<String, Optional<String>> all() {
        return name -> Optional.ofNullable(ALL.get(name));
    }

    public static Function<String, Optional<String>> none() {
        return name -> Optional.empty();
    }

    /** While secrets are changed: the new ones in front, the ones of {@link #all()} still good. */
    public static Function<String, Optional<String>> whileSecretsChange() {
        return name -> all().apply(name).map(value -> SIGNING.contains(name) ? "dummy-new-secret, " + value : value);
    }

    /** All of them, but this one empty, as a template's default would have it. */
    public static Function<String, Optional<String>> withEmpty(String name) {
        return asked -> asked.equals(name) ? Optional.of("") : all().apply(asked);
    }
}
