package dev.shopbell.local.provider;

import dev.shopbell.local.LocalServer;
import java.util.Optional;
import java.util.function.Supplier;

/** Which platform answers at which path. */
final class Platforms {
    private final Platform messenger;
    private final Platform whatsApp;
    private final Platform twilio;
    private final Platform awsSms;
    private final Platform telegram;
    private final Supplier<String> pageToken;
    private final Supplier<String> whatsAppToken;
    private final TemplateShelf pageTemplates = new TemplateShelf();
    private final TemplateShelf whatsAppTemplates = new TemplateShelf();

    Platforms(LocalServer server, SnsKey snsKey) {
        pageToken = () -> server.setting("MESSENGER_PAGE_TOKEN");
        whatsAppToken = () -> server.setting("WHATSAPP_TOKEN");
        messenger = new MessengerPlatform(pageToken, () -> server.inUse("META_APP_SECRET"), pageTemplates);
        whatsApp = new WhatsAppPlatform(whatsAppToken, () -> server.inUse("META_APP_SECRET"), whatsAppTemplates);
        twilio = new TwilioPlatform(
                () -> server.setting("TWILIO_ACCOUNT_SID"),
                () -> server.inUse("TWILIO_AUTH_TOKEN"),
                new PublicAddress(() -> server.setting("PUBLIC_BASE_URL")));
        telegram = new TelegramPlatform(() -> server.setting("TELEGRAM_BOT_TOKEN"));
        awsSms = new AwsSmsPlatform(() -> server.inUse("SNS_TOPIC_ARNS"), snsKey);
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

    /**
     * Registers and lists templates: of the page, or of the WhatsApp account, whatever its id.
     *
     * @return empty if the request is about something else
     */
    Optional<Answer> templates(String method, SendRequest request) {
        var path = String.join("/", request.pathParts());
        if (!path.matches("graph/v[0-9.]+/[^/]+/message_templates")) {
            return Optional.empty();
        }
        var isPages = path.matches("graph/v[0-9.]+/(me|" + Addresses.PAGE + ")/.*");
        var shelf = isPages ? pageTemplates : whatsAppTemplates;
        var refusal =
                GraphAccess.refusal(request, isPages ? pageToken.get() : whatsAppToken.get(), isPages ? 400 : 401);
        return refusal.or(() -> Optional.of(method.equals("POST") ? shelf.register(request.body()) : shelf.list()));
    }
}
