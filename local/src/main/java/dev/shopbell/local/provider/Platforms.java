package dev.shopbell.local.provider;

import dev.shopbell.local.LocalServer;
import java.util.Optional;

/** Which platform answers at which path. */
final class Platforms {
    private final Platform messenger;
    private final Platform whatsApp;
    private final Platform twilio;
    private final Platform awsSms;
    private final Platform telegram;

    Platforms(LocalServer server, SnsKey snsKey) {
        messenger = new MessengerPlatform(
                () -> server.setting("MESSENGER_PAGE_TOKEN"), () -> server.setting("META_APP_SECRET"));
        whatsApp =
                new WhatsAppPlatform(() -> server.setting("WHATSAPP_TOKEN"), () -> server.setting("META_APP_SECRET"));
        twilio = new TwilioPlatform(
                () -> server.setting("TWILIO_ACCOUNT_SID"),
                () -> server.setting("TWILIO_AUTH_TOKEN"),
                new PublicAddress(() -> server.setting("PUBLIC_BASE_URL")));
        telegram = new TelegramPlatform(() -> server.setting("TELEGRAM_BOT_TOKEN"));
        awsSms = new AwsSmsPlatform(() -> server.setting("SNS_TOPIC_ARNS"), snsKey);
    }

    Optional<Platform> at(SendRequest request) {
        var path = String.join("/", request.pathParts());
        if (path.equals("aws-sms")) {
            return Optional.of(awsSms);
        }
        if (path.matches("telegram/bot[^/]+/[a-zA-Z]+")) {
            return Optional.of(telegram);
        }
        if (path.matches("twilio/2010-04-01/Accounts/[^/]+/Messages\\.json")) {
            return Optional.of(twilio);
        }
        if (path.matches("graph/v[0-9.]+/(me|" + Addresses.PAGE + ")/messages")) {
            return Optional.of(messenger);
        }
        return path.matches("graph/v[0-9.]+/[^/]+/messages") ? Optional.of(whatsApp) : Optional.empty();
    }
}
