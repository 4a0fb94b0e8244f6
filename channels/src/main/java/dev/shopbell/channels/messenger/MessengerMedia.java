package dev.shopbell.channels.messenger;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.MediaAddress;
import dev.shopbell.channels.MediaFetch;
import dev.shopbell.channels.Words;
import dev.shopbell.conversation.Attachment;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Files on Messenger: the delivery holds their address at Meta's content network, which is signed for some days, and takes no token.
 *
 * <p>Source: developers.facebook.com/docs/messenger-platform/reference/webhook-events/messages ("payload.url"),
 * .../send-messages/saving-assets (25 MB).
 */
final class MessengerMedia {

    private static final Map<String, String> KINDS =
            Map.of("image", "image", "sticker", "sticker", "audio", "audio", "video", "video", "file", "document");

    private final Function<String, Optional<String>> settings;

    MessengerMedia(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** The files of a message; places and shared links are none. */
    static List<Attachment> of(JsonNode event) {
        return Fields.list(event, "message", "attachments").stream()
                .flatMap(MessengerMedia::one)
                .distinct()
                .toList();
    }

    private static Stream<Attachment> one(JsonNode attachment) {
        var payload = attachment.path("payload");
        var kind = Fields.text(attachment, "type").map(KINDS::get);
        var sticker = payload.has("sticker_id");
        return kind
                .flatMap(some -> Fields.text(payload, "url")
                        .map(url -> new Attachment(
                                sticker ? "sticker" : some, some.equals("document") ? name(url) : "", "", url)))
                .stream();
    }

    /** The end of the address's path, which for files is what they were called. */
    private static String name(String url) {
        var path = url.split("[?#]", 2)[0];
        var last = path.substring(path.lastIndexOf('/') + 1);
        try {
            return last.contains(".") ? Words.clean(URLDecoder.decode(last, StandardCharsets.UTF_8)) : "";
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }

    Media fetch(Attachment attachment, Download download) {
        var graph = settings.apply("GRAPH_API_URL").orElse("");
        return new MediaFetch(
                        download,
                        url -> MediaAddress.isAt(url, graph) || MediaAddress.isBelow(url, "fbcdn.net", "fbsbx.com"),
                        Media.MOST_BYTES,
                        "Messenger's addresses of files run out after some days. Ask for it again.")
                .from(attachment.source(), Map.of());
    }
}
