package dev.shopbell.local.provider;

/**
 * A file that a simulated customer sends, which the platform has already.
 *
 * @param id the platform's
 * @param type its content type
 * @param name what the customer calls it
 */
public record SentFile(String id, String type, String name) {

    /** {@code image}, {@code video}, {@code audio}, or else {@code document}. */
    public String kind() {
        var family = type.split("/", 2)[0];
        return switch (family) {
            case "image", "video", "audio" -> family;
            default -> "document";
        };
    }
}
