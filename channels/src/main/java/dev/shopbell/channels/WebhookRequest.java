package dev.shopbell.channels;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An HTTP request as it arrived, before anyone trusted it. */
public final class WebhookRequest {

    private final String method;
    private final String url;
    private final String path;
    private final Map<String, String> headers;
    private final Map<String, String> query;
    private final byte[] body;

    /**
     * @param method in upper case
     * @param url as the sender wrote it, with the query still percent-encoded
     * @param headers in any case
     * @param query decoded
     * @param body the raw bytes: signatures are made over these
     */
    public WebhookRequest(
            String method, String url, Map<String, String> headers, Map<String, String> query, byte[] body) {
        this(method, url, pathOf(url), headers, query, body);
    }

    /**
     * A request to a gateway that has its own name before our paths.
     *
     * @param path ours, without the query: what is left of the URL's once the gateway has taken the name of its stage
     */
    public WebhookRequest(
            String method,
            String url,
            String path,
            Map<String, String> headers,
            Map<String, String> query,
            byte[] body) {
        this.method = method;
        this.url = url;
        this.path = path;
        this.headers = new TreeMap<>();
        headers.forEach((name, value) -> this.headers.put(name.toLowerCase(Locale.ROOT), value));
        this.query = Map.copyOf(query);
        this.body = body.clone();
    }

    public String method() {
        return method;
    }

    public String url() {
        return url;
    }

    /** What follows the host: path and query, starting with a slash. */
    public String target() {
        return targetOf(url);
    }

    /** The path without the query, and without what is the gateway's own. */
    public String path() {
        return path;
    }

    /** The query with its question mark, still percent-encoded; empty if there is none. */
    public String rawQuery() {
        var mark = url.indexOf('?');
        return mark < 0 ? "" : url.substring(mark);
    }

    private static String targetOf(String url) {
        var authority = url.indexOf("://");
        var slash = url.indexOf('/', authority < 0 ? 0 : authority + 3);
        return slash < 0 ? "/" : url.substring(slash);
    }

    private static String pathOf(String url) {
        var target = targetOf(url);
        var mark = target.indexOf('?');
        return mark < 0 ? target : target.substring(0, mark);
    }

    /** A header by its name in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }

    /** A query parameter, decoded. */
    public Optional<String> query(String name) {
        return Optional.ofNullable(query.get(name));
    }

    /** How many bytes the body has. */
    public int size() {
        return body.length;
    }

    /** A copy of the raw bytes. */
    public byte[] body() {
        return body.clone();
    }
}
