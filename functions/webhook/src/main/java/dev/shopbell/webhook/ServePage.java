package dev.shopbell.webhook;

import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.WebhookRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Serves the pages that were packed into the function. */
final class ServePage {

    /** A file's name: no folders, nothing hidden. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]+)*");

    private static final Map<String, String> CONTENT_TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "txt", "text/plain; charset=utf-8",
            "webmanifest", "application/manifest+json");

    private static final String POLICY =
            "default-src 'self'; connect-src 'self' https: wss: ws:; img-src 'self' data: https:; media-src 'self' https:; "
                    + "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private final Map<String, Optional<byte[]>> files = new ConcurrentHashMap<>();

    /** {@code /} is {@code index.html}; a name without an ending is a page's. */
    HttpAnswer at(WebhookRequest request) {
        var name = request.path().substring(1);
        var file = name.isEmpty() ? "index.html" : name.contains(".") ? name : name + ".html";
        var type = CONTENT_TYPES.get(file.substring(file.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(file).matches()) {
            return missing();
        }
        return files.computeIfAbsent(file, ServePage::load)
                .map(bytes -> serve(request, bytes, type))
                .orElseGet(ServePage::missing);
    }

    private static HttpAnswer serve(WebhookRequest request, byte[] bytes, String type) {
        var tag = "\"" + Hmac.sha256Hex(bytes).substring(0, 20) + "\"";
        var headers = new LinkedHashMap<String, String>();
        headers.put("content-type", type);
        headers.put("etag", tag);
        // A page names its parts, so it is asked for each time (and mostly answered 304); the parts may be five minutes
        // old.
        headers.put("cache-control", type.startsWith("text/html") ? "no-cache" : "public, max-age=300");
        headers.put("content-security-policy", POLICY);
        headers.put("x-content-type-options", "nosniff");
        headers.put("referrer-policy", "no-referrer");
        if (request.header("If-None-Match").filter(tag::equals).isPresent()) {
            return new HttpAnswer(304, headers, "", false);
        }
        return HttpAnswer.bytes(200, headers, bytes);
    }

    private static Optional<byte[]> load(String file) {
        var loader = Thread.currentThread().getContextClassLoader();
        try (var in = loader.getResourceAsStream("pages/" + file)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("A page that was packed cannot be read: " + file, e);
        }
    }

    private static HttpAnswer missing() {
        return HttpAnswer.refusal(404, "There is no such page.");
    }
}
