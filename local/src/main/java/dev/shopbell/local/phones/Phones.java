package dev.shopbell.local.phones;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.LocalServer;
import dev.shopbell.local.LocalSite;
import dev.shopbell.local.admin.LoopbackGuard;
import dev.shopbell.local.wire.Json;
import dev.shopbell.local.wire.Reply;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * {@code /phones}: the page, its parts, and {@code POST /phones/messages}, which delivers what was done on a phone as its
 * platform would. What the phones show they read from {@code /_providers/outbox}.
 */
public final class Phones implements LocalSite {
    private static final String PREFIX = "/phones";
    private static final int LONGEST_WAIT_SECONDS = 40;
    private static final int MOST_COPIES = 10;
    private static final long LONGEST_DELAY_MILLIS = 20_000;

    private static final Map<String, String> PARTS = Map.of(
            "", "index.html",
            "/", "index.html",
            "/phones.js", "phones.js",
            "/render.js", "render.js",
            "/segments.js", "segments.js",
            "/phones.css", "phones.css",
            "/web", "web.html");

    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8");

    /** Pictures come from where the bot says; everything else is ours, and nothing is inline. */
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws:;"
                    + " img-src 'self' https: data:; media-src https:; frame-src 'self'; base-uri 'none'; form-action 'none';"
                    + " frame-ancestors 'self'";

    @Override
    public String prefix() {
        return PREFIX;
    }

    @Override
    public HttpHandler handler(LocalServer server) {
        var phone = new Phone(server);
        var road = new Road(server);
        return new LoopbackGuard(server.baseUrl().getPort(), exchange -> {
            var path = exchange.getRequestPath().substring(PREFIX.length());
            var method = exchange.getRequestMethod().toString();
            if (method.equals("POST") && path.equals("/messages")) {
                say(exchange, phone, road);
            } else if (method.equals("GET") && PARTS.containsKey(path)) {
                part(exchange, PARTS.getOrDefault(path, ""));
            } else {
                Reply.message(exchange, 404, "Here are GET /phones and POST /phones/messages.");
            }
        });
    }

    private static void say(HttpServerExchange exchange, Phone phone, Road road)
            throws IOException, InterruptedException {
        try {
            var body = Json.parse(new String(Reply.body(exchange), StandardCharsets.UTF_8));
            var delivery = phone.deliver(Phone.Deed.of(body), Instant.now());
            var arrivals = road.carry(delivery, weather(body)).get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
            Reply.json(exchange, 200, shown(arrivals));
        } catch (IllegalArgumentException | UncheckedIOException wrong) {
            Reply.message(exchange, 400, String.valueOf(wrong.getMessage()));
        } catch (ExecutionException | TimeoutException lost) {
            Reply.message(exchange, 504, "The webhook did not answer. ./bot ps shows what runs.");
        }
    }

    private static Road.Weather weather(JsonNode body) {
        return new Road.Weather(
                Math.clamp(body.path("copies").asInt(1), 1, MOST_COPIES),
                Duration.ofMillis(Math.clamp(body.path("delayMillis").asLong(0), 0, LONGEST_DELAY_MILLIS)),
                body.path("shuffled").asBoolean(false));
    }

    private static JsonNode shown(List<Road.Arrival> arrivals) {
        var answer = Json.object();
        var list = answer.putArray("arrivals");
        arrivals.forEach(
                arrival -> list.addObject().put("status", arrival.status()).put("body", arrival.body()));
        return answer;
    }

    private static void part(HttpServerExchange exchange, String name) throws IOException {
        try (var in = Phones.class.getResourceAsStream("/phones/" + name)) {
            if (in == null) {
                throw new IOException("A part of the page was not packed: " + name);
            }
            var headers = exchange.getResponseHeaders();
            headers.put(
                    Headers.CONTENT_TYPE, TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain"));
            headers.put(new HttpString("Content-Security-Policy"), POLICY);
            headers.put(new HttpString("X-Content-Type-Options"), "nosniff");
            headers.put(Headers.CACHE_CONTROL, "no-cache");
            Reply.send(exchange, in.readAllBytes());
        }
    }
}
