package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.MediaAddress;
import dev.shopbell.channels.MediaFetch;
import dev.shopbell.conversation.Attachment;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Files on WhatsApp: by the id one asks for an address, which is good for five minutes and takes the same token.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/business-phone-numbers/media ("Media IDs in webhooks
 * expire after 7 days", "Supported media types" for the sizes: audio and video 16 MB, documents 100 MB, images 5 MB, stickers
 * 500 KB).
 */
final class WhatsAppMedia {

    private static final int MEGABYTE = 1024 * 1024;
    private static final int LONGEST_ANSWER = 64 * 1024;
    private static final String[] HOSTS = {"lookaside.fbsbx.com", "fbcdn.net", "whatsapp.net", "graph.facebook.com"};
    private static final Set<String> WITH_FILES = Set.of("image", "audio", "voice", "video", "document", "sticker");

    /** Too many requests, of the app or the account. Source: .../whatsapp/support/error-codes. */
    private static final Set<Long> BUSY = Set.of(4L, 80007L, 130429L);

    private final Function<String, Optional<String>> settings;

    WhatsAppMedia(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** The file that a message of this kind carries. */
    static List<Attachment> of(String kind, JsonNode message) {
        var content = message.path(Fields.text(message, "type").orElse(kind));
        return WITH_FILES.contains(kind)
                ? Fields.text(content, "id").stream()
                        .map(id -> new Attachment(
                                kind,
                                Fields.text(content, "filename").orElse(""),
                                Fields.text(content, "mime_type").orElse(""),
                                id))
                        .toList()
                : List.of();
    }

    Media fetch(Attachment attachment, Download download) {
        var token = setting("WHATSAPP_TOKEN");
        if (token.isEmpty()) {
            return new Media.Refused("WHATSAPP_TOKEN is not set. Put the access token there.");
        }
        if (!attachment.source().matches("[A-Za-z0-9_.-]{1,200}")) {
            return new Media.Refused("What came instead of a media id is none.");
        }
        var bearer = Map.of("Authorization", "Bearer " + token.get());
        var graph = setting("GRAPH_API_URL").orElse("https://graph.facebook.com");
        var file = new MediaFetch(
                download,
                url -> MediaAddress.isAt(url, graph) || MediaAddress.isBelow(url, HOSTS),
                mostBytes(attachment.kind()),
                "WhatsApp keeps what people send for 7 days. Ask for it again.");
        var url = URI.create(graph + "/" + setting("GRAPH_API_VERSION").orElse("v23.0") + "/" + attachment.source());
        return switch (download.get(url, bearer, LONGEST_ANSWER)) {
            case Download.Answer.File(var bytes, var ignored) ->
                Fields.object(bytes).map(told -> file(file, told, bearer)).orElseGet(() -> file.denied(502));
            case Download.Answer.Denied(var status, var body) -> denied(file, status, body);
            case Download.Answer.NoAnswer(var reason) -> new Media.NotNow(reason);
            case Download.Answer.Elsewhere ignored -> file.denied(502);
            case Download.Answer.TooLarge ignored -> file.denied(502);
            case Download.Answer.Passed ignored -> file.denied(502);
        };
    }

    private static Media file(MediaFetch file, JsonNode told, Map<String, String> bearer) {
        if (Fields.number(told, "file_size").orElse(0) > file.mostBytes()) {
            return new Media.TooLarge(file.mostBytes());
        }
        return Fields.text(told, "url").map(url -> file.from(url, bearer)).orElseGet(() -> file.denied(404));
    }

    private static Media denied(MediaFetch file, int status, String body) {
        var code = Fields.object(body)
                .map(error -> Fields.number(error, "error", "code").orElse(0))
                .orElse(0L);
        if (code == 190) {
            return file.denied(401);
        }
        return file.denied(BUSY.contains(code) ? 429 : status);
    }

    private static int mostBytes(String kind) {
        return switch (kind) {
            case "image" -> 5 * MEGABYTE;
            case "audio", "voice", "video" -> 16 * MEGABYTE;
            case "sticker" -> MEGABYTE;
            default -> 100 * MEGABYTE;
        };
    }

    private Optional<String> setting(String name) {
        return settings.apply(name).filter(some -> !some.isBlank());
    }
}
