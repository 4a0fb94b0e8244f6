package dev.shopbell.handover;

import dev.shopbell.conversation.Attachment;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The header Content-Disposition of a customer's file: to be shown or to be saved, and its name. Source: RFC 6266, 4.3 and
 * appendix D (the name in ASCII, and after it the name as it is).
 */
final class Disposition {

    private static final Map<String, String> ENDINGS = Map.ofEntries(
            Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/png", ".png"),
            Map.entry("image/gif", ".gif"),
            Map.entry("image/webp", ".webp"),
            Map.entry("application/pdf", ".pdf"),
            Map.entry("audio/mpeg", ".mp3"),
            Map.entry("audio/ogg", ".ogg"),
            Map.entry("audio/mp4", ".m4a"),
            Map.entry("audio/amr", ".amr"),
            Map.entry("audio/aac", ".aac"),
            Map.entry("video/mp4", ".mp4"),
            Map.entry("video/3gpp", ".3gp"));

    private Disposition() {}

    static String of(Attachment attachment, FileType type) {
        var name = attachment.name().isBlank()
                ? attachment.kind() + ENDINGS.getOrDefault(type.contentType(), "")
                : attachment.name();
        var ascii = name.replaceAll("[^A-Za-z0-9 ._()-]", "_");
        var exact = URLEncoder.encode(name, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A");
        return (type.shown() ? "inline" : "attachment") + "; filename=\"" + ascii + "\"; filename*=UTF-8''" + exact;
    }
}
