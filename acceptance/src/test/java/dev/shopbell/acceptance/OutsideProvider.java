package dev.shopbell.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Stands where Graph API and Twilio are, in their wire formats; keeps what was sent; answers as it is told to. */
final class OutsideProvider implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<Sent> refused = new CopyOnWriteArrayList<>();
    private final Map<String, Answer> answerTo = new ConcurrentHashMap<>();
    private final AtomicInteger ids = new AtomicInteger();
    private Answer answer = Answer.ACCEPT;
    private int answersLeft;
    private volatile Function<Sent, Answer> mood = s -> Answer.ACCEPT;
    private volatile Consumer<Sent> afterwards = s -> {};

    /** How the next requests are answered. */
    enum Answer {
        ACCEPT,
        TOO_MANY,
        BROKEN,
        SILENT
    }

    /**
     * A message as it arrived.
     *
     * @param tag the id that comes back in echoes and statuses
     */
    record Sent(String channel, String to, String text, String tag, String id, JsonNode body) {}

    OutsideProvider() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** What was accepted, in the order it came. */
    List<Sent> sent() {
        return sent;
    }

    List<Sent> sentTo(String to) {
        return sent.stream().filter(s -> s.to().equals(to)).toList();
    }

    /** How the next requests are answered, whoever they are for. */
    synchronized void answer(Answer how, int times) {
        answer = how;
        answersLeft = times;
    }

    /** How each request is answered that nothing else decides. */
    void mood(Function<Sent, Answer> how) {
        mood = how;
    }

    /** How all requests for a person are answered from now on. */
    void answerTo(String person, Answer how) {
        answerTo.put(person, how);
    }

    /** How many sends to a person were not accepted. */
    long refusalsTo(String person) {
        return refused.stream().filter(one -> one.to().equals(person)).count();
    }

    /** Done for each accepted message, after its answer: the place for echoes and statuses. */
    void afterwards(Consumer<Sent> what) {
        afterwards = what;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            if (exchange.getRequestHeaders().getFirst("Authorization") == null) {
                respond(exchange, 401, "{\"error\":{\"code\":190,\"message\":\"no token\"}}");
                return;
            }
            var one = read(exchange.getRequestURI().getPath(), new String(body, StandardCharsets.UTF_8));
            var how = answerTo.getOrDefault(one.to(), Answer.ACCEPT);
            if (how == Answer.ACCEPT) {
                how = takeAnswer();
            }
            if (how == Answer.ACCEPT) {
                how = mood.apply(one);
            }
            if (how != Answer.ACCEPT) {
                refused.add(one);
                refuse(exchange, how);
                return;
            }
            sent.add(one);
            try {
                respond(exchange, one.channel().equals("sms") ? 201 : 200, accepted(one));
            } finally {
                // Who asked may be dead by now; the platform took the message all the same, and says so.
                afterwards.accept(one);
            }
        }
    }

    private synchronized Answer takeAnswer() {
        if (answersLeft <= 0) {
            return Answer.ACCEPT;
        }
        answersLeft--;
        return answer;
    }

    private static void refuse(HttpExchange exchange, Answer how) throws IOException {
        switch (how) {
            case TOO_MANY -> respond(exchange, 429, "{\"error\":{\"code\":4},\"code\":20429}");
            case BROKEN -> respond(exchange, 500, "{\"error\":{\"code\":1}}");
            default -> exchange.close(); // the connection ends without an answer
        }
    }

    private Sent read(String path, String body) throws IOException {
        var id = "out-" + ids.incrementAndGet();
        if (path.contains("/Accounts/")) {
            var form = form(body);
            var tag = form(URI.create(form.getOrDefault("StatusCallback", "")).getRawQuery())
                    .getOrDefault("reply", "");
            return new Sent(
                    "sms",
                    form.getOrDefault("To", ""),
                    form.getOrDefault("Body", ""),
                    tag,
                    "SM" + id,
                    JSON.valueToTree(form));
        }
        var json = JSON.readTree(body);
        if (json.path("messaging_product").asText().equals("whatsapp")) {
            var text = json.path("text")
                    .path("body")
                    .asText(json.path("interactive").path("body").path("text").asText());
            return new Sent(
                    "whatsapp",
                    json.path("to").asText(),
                    text,
                    json.path("biz_opaque_callback_data").asText(),
                    "wamid." + id,
                    json);
        }
        return new Sent(
                "messenger",
                json.path("recipient").path("id").asText(),
                json.path("message").path("text").asText(),
                json.path("message").path("metadata").asText(),
                "m_" + id,
                json);
    }

    private static String accepted(Sent one) {
        return switch (one.channel()) {
            case "sms" -> "{\"sid\":\"" + one.id() + "\",\"status\":\"queued\"}";
            case "whatsapp" ->
                "{\"messaging_product\":\"whatsapp\",\"contacts\":[{\"input\":\"x\",\"wa_id\":\"x\"}],\"messages\":[{\"id\":\""
                        + one.id() + "\"}]}";
            default -> "{\"recipient_id\":\"" + one.to() + "\",\"message_id\":\"" + one.id() + "\"}";
        };
    }

    private static void respond(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static Map<String, String> form(String text) {
        var form = new HashMap<String, String>();
        for (var pair : List.of((text == null ? "" : text).split("&"))) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                form.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return form;
    }

    /** The texts that a person got, in order. */
    List<String> textsTo(String to) {
        return new ArrayList<>(sentTo(to).stream().map(Sent::text).toList());
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
