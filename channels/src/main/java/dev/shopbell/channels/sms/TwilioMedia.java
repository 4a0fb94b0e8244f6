package dev.shopbell.channels.sms;

import dev.shopbell.channels.Download;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.MediaAddress;
import dev.shopbell.channels.MediaFetch;
import dev.shopbell.channels.Secrets;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.Attachment;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files at Twilio: the delivery holds the address of each in Twilio's API, which asks for basic authentication if the owner has
 * turned that on, and sends on to an address that needs none.
 *
 * <p>Sources: twilio.com/docs/messaging/api/media-resource (kept until deleted; 5 MB in a message, 16 MB on WhatsApp);
 * help.twilio.com, "Protect media access with HTTP basic authentication" (mms.twiliocdn.com, s3-external-1.amazonaws.com).
 */
final class TwilioMedia {

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final Function<String, Optional<String>> settings;

    TwilioMedia(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** @param media each with {@code url}, and {@code mime} where Twilio says it */
    static List<Attachment> of(List<Map<String, Object>> media) {
        return media.stream()
                .map(one -> {
                    var type = String.valueOf(one.getOrDefault("mime", ""));
                    return new Attachment(kind(type), "", type, String.valueOf(one.get("url")));
                })
                .toList();
    }

    private static String kind(String type) {
        var family = type.split("/", 2)[0];
        return switch (family) {
            case "image", "audio", "video" -> family;
            default -> "document";
        };
    }

    Media fetch(Attachment attachment, Download download) {
        var api = setting("TWILIO_API_URL").orElse("https://api.twilio.com");
        var fetch = new MediaFetch(
                download,
                url -> MediaAddress.isAt(url, api) || isTwiliosStore(url),
                MOST_BYTES,
                "it was deleted at Twilio. Ask for it again.");
        var isApi = MediaAddress.of(attachment.source())
                .filter(url -> MediaAddress.isAt(url, api))
                .isPresent();
        return fetch.from(attachment.source(), isApi ? credentials() : Map.of());
    }

    private static boolean isTwiliosStore(URI url) {
        return MediaAddress.isBelow(url, "twiliocdn.com")
                || (MediaAddress.isBelow(url, "s3-external-1.amazonaws.com")
                        && url.normalize().getRawPath().startsWith("/media.twiliocdn.com/"));
    }

    private Map<String, String> credentials() {
        var sid = setting("TWILIO_ACCOUNT_SID");
        return Secrets.inUse(settings, "TWILIO_AUTH_TOKEN")
                .filter(token -> sid.isPresent())
                .map(token -> Map.of(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(Transport.utf8(sid.orElseThrow() + ":" + token))))
                .orElse(Map.of());
    }

    private Optional<String> setting(String name) {
        return settings.apply(name).filter(some -> !some.isBlank());
    }
}
