package dev.shopbell.local.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.engine.Faults;
import dev.shopbell.local.engine.Meters;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.net.URLDecoder;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code GET}, {@code HEAD} and {@code PUT} of S3's, by path: {@code /_s3/BUCKET/KEY}. Every request must be signed, in a header or in
 * its address. As on AWS without the right to list, a file that is not there is answered by 403.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">S3 API reference, "GetObject"</a>
 */
public final class ObjectSite implements HttpHandler {
    /** Where it is mounted. */
    public static final String PREFIX = "/_s3";

    private static final int LARGEST_BYTES = 64 * 1024 * 1024;

    private final ObjectStore store;
    private final SignatureV4 signatures;
    private final Meters meters;
    private final Faults faults;
    private final InstantSource clock;

    /**
     * Serves the buckets.
     *
     * @param accessKey of the functions, who alone sign; their secret key is the same word
     */
    public ObjectSite(ObjectStore store, String accessKey, Meters meters, Faults faults, InstantSource clock) {
        this.store = store;
        this.signatures = new SignatureV4(accessKey, accessKey);
        this.meters = meters;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws IOException {
        String[] names = exchange.getRequestURI().substring(PREFIX.length()).split("/", 3);
        Optional<Stack.Bucket> bucket = names.length == 3 ? store.bucket(names[1]) : Optional.empty();
        if (bucket.isEmpty()) {
            refuse(exchange, 404, "NoSuchBucket");
            return;
        }
        String method = exchange.getRequestMethod().toString();
        var cors = new BucketCors(bucket.get().cors());
        if (method.equals("OPTIONS")) {
            cors.preflight(exchange);
            return;
        }
        cors.allow(exchange);
        var operation = method.equals("PUT") ? "PutObject" : "GetObject";
        meters.add(1, "s3", operation, "requests");
        var fault = faults.next("s3", operation);
        if (fault.isPresent()) {
            refuse(exchange, fault.get().status(), fault.get().code());
            return;
        }
        byte[] body = Reply.body(exchange, LARGEST_BYTES);
        var refusal = signatures.refusal(read(exchange, body), clock.instant());
        if (refusal.isPresent()) {
            refuse(exchange, 403, refusal.get());
            return;
        }
        String key = URLDecoder.decode(names[2].replace("+", "%2B"), UTF_8);
        switch (method) {
            case "PUT" -> put(exchange, bucket.get(), key, body);
            case "GET", "HEAD" -> get(exchange, bucket.get(), key);
            default -> refuse(exchange, 405, "MethodNotAllowed");
        }
    }

    private void put(HttpServerExchange exchange, Stack.Bucket bucket, String key, byte[] body) throws IOException {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        store.put(bucket.name(), key, new ObjectStore.Kept(body, type == null ? "binary/octet-stream" : type));
        Reply.bytes(exchange, 200, "application/xml", Map.of("ETag", etag(body)), new byte[0]);
    }

    private void get(HttpServerExchange exchange, Stack.Bucket bucket, String key) throws IOException {
        var kept = store.get(bucket.name(), key);
        if (kept.isEmpty()) {
            refuse(exchange, 403, "AccessDenied");
            return;
        }
        byte[] bytes = kept.get().bytes();
        String range = exchange.getRequestHeaders().getFirst("Range");
        byte[] part = range != null && range.matches("bytes=0-[0-9]{1,9}")
                ? Arrays.copyOf(
                        bytes, Math.min(bytes.length, 1 + Integer.parseInt(range.substring("bytes=0-".length()))))
                : bytes;
        if (range != null && bytes.length == 0) {
            refuse(exchange, 416, "InvalidRange");
            return;
        }
        var asked = read(exchange, new byte[0]).parameters();
        Map<String, String> headers = new TreeMap<>(Map.of("ETag", etag(bytes), "Accept-Ranges", "bytes"));
        asked(asked, "response-content-disposition").ifPresent(value -> headers.put("Content-Disposition", value));
        if (part.length < bytes.length) {
            headers.put("Content-Range", "bytes 0-" + (part.length - 1) + "/" + bytes.length);
        }
        meters.add(part.length, "s3", "GetObject", "responseBytes");
        Reply.bytes(
                exchange,
                range == null ? 200 : 206,
                asked(asked, "response-content-type").orElse(kept.get().type()),
                headers,
                part);
    }

    private static Optional<String> asked(Map<String, String> parameters, String name) {
        return Optional.ofNullable(parameters.get(name)).map(value -> URLDecoder.decode(value, UTF_8));
    }

    private static SignatureV4.Request read(HttpServerExchange exchange, byte[] body) {
        Map<String, String> headers = new TreeMap<>();
        exchange.getRequestHeaders()
                .forEach(header -> headers.put(
                        header.getHeaderName().toString().toLowerCase(Locale.ROOT), String.join(",", header)));
        return new SignatureV4.Request(
                exchange.getRequestMethod().toString(),
                exchange.getRequestURI(),
                exchange.getQueryString(),
                headers,
                ObjectStore.sha256(body));
    }

    private static String etag(byte[] bytes) {
        return "\"" + ObjectStore.sha256(bytes).substring(0, 32) + "\"";
    }

    private static void refuse(HttpServerExchange exchange, int status, String code) {
        exchange.getResponseHeaders().put(new HttpString("x-amz-request-id"), "local");
        Reply.bytes(
                exchange,
                status,
                "application/xml",
                Map.of(),
                ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Error><Code>" + code + "</Code></Error>")
                        .getBytes(UTF_8));
    }
}
