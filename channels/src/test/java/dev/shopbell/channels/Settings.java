package dev.shopbell.channels;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Settings for tests; every secret is a dummy. */
public final class Settings {

    public static final String APP_SECRET = "dummy-app-secret";
    public static final String TWILIO_TOKEN = "dummy-twilio-token";

    private static final Map<String, String> ALL = Map.of(
            "META_APP_SECRET", APP_SECRET,
            "META_VERIFY_TOKEN", "dummy-verify-token",
            "MESSENGER_PAGE_TOKEN", "dummy-page-token",
            "WHATSAPP_TOKEN", "dummy-whatsapp-token",
            "GRAPH_API_URL", "http://graph.test",
            "TWILIO_ACCOUNT_SID", "AC123",
            "TWILIO_AUTH_TOKEN", TWILIO_TOKEN,
            "TWILIO_API_URL", "http://twilio.test",
            "PUBLIC_BASE_URL", "https://shop.example/",
            "WEB_TOKEN_SECRET", "dummy-web-secret");

    private static final Set<String> SIGNING = Set.of("META_APP_SECRET", "TWILIO_AUTH_TOKEN", "WEB_TOKEN_SECRET");

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
