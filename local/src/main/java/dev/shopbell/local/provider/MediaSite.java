package dev.shopbell.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.shopbell.local.LocalServer;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;

/**
 * Where platforms have what people sent, each behind its own door:
 *
 * <ul>
 *   <li>{@code GET graph/VERSION/ID} with a bearer: an address, which takes the same bearer ({@code graph/media/ID})
 *   <li>{@code GET graph/cdn/ID}: Messenger's content network, which knows no credentials, and is offended by them
 *   <li>{@code GET twilio/2010-04-01/Accounts/SID/Messages/MM/Media/ID} with basic authentication: sends on to {@code twilio/cdn/ID},
 *       which is offended by credentials as S3 is
 *   <li>{@code GET telegram/botTOKEN/getFile?file_id=ID}: a path, below {@code telegram/file/botTOKEN/}
 * </ul>
 *
 * <p>Sources: as in the channels' own {@code …Media} classes.
 */
final class MediaSite {
    private final CustomerMedia media;
    private final LocalServer server;

    MediaSite(CustomerMedia media, LocalServer server) {
        this.media = media;
        this.server = server;
    }

    /** @param request with the path below {@code /_providers} */
    void show(HttpServerExchange exchange, SendRequest request) {
        var path = String.join("/", request.pathParts());
        var last = request.pathParts().getLast();
        if (path.matches("graph/v[0-9.]+/[0-9]+")) {
            GraphAccess.refusal(request, server.setting("WHATSAPP_TOKEN"), 401)
                    .ifPresentOrElse(refusal -> say(exchange, refusal), () -> say(exchange, address(last)));
        } else if (path.matches("graph/media/[0-9]+")) {
            GraphAccess.refusal(request, server.setting("WHATSAPP_TOKEN"), 401)
                    .ifPresentOrElse(refusal -> say(exchange, refusal), () -> give(exchange, last));
        } else if (path.matches("(graph|twilio)/cdn/[0-9]+")) {
            giveToStrangers(exchange, request, last);
        } else if (path.matches("twilio/2010-04-01/Accounts/[^/]+/Messages/[^/]+/Media/[0-9]+")) {
            sendOn(exchange, request, last);
        } else if (path.startsWith("telegram/")) {
            telegram(exchange, request, path);
        } else {
            say(exchange, Control.error(404, "The simulated platform has nothing here but files that people sent."));
        }
    }

    private Answer address(String id) {
        return media.find(id)
                .map(file -> new Answer(
                        200,
                        Json.object()
                                .put("url", server.setting("GRAPH_API_URL") + "/media/" + id)
                                .put("mime_type", file.type())
                                .put("file_size", file.bytes().length)
                                .put("id", id)
                                .put("messaging_product", "whatsapp")))
                .orElseGet(() -> Answer.graphError(
                        400,
                        100,
                        "GraphMethodException",
                        "Unsupported get request. Object with ID '" + id + "' does not exist"));
    }

    private void giveToStrangers(HttpServerExchange exchange, SendRequest request, String id) {
        if (request.authorization().isEmpty()) {
            give(exchange, id);
        } else {
            say(exchange, Control.error(400, "Only one auth mechanism allowed"));
        }
    }

    private void sendOn(HttpServerExchange exchange, SendRequest request, String id) {
        var known = server.setting("TWILIO_ACCOUNT_SID") + ":" + server.inUse("TWILIO_AUTH_TOKEN");
        var expected = "Basic " + Base64.getEncoder().encodeToString(known.getBytes(UTF_8));
        if (!MessageDigest.isEqual(
                expected.getBytes(UTF_8), request.authorization().getBytes(UTF_8))) {
            say(exchange, Answer.twilioError(401, 20003, "Authenticate"));
        } else if (media.find(id).isEmpty()) {
            say(exchange, Answer.twilioError(404, 20404, "The requested resource was not found"));
        } else {
            exchange.getResponseHeaders().put(Headers.LOCATION, server.setting("TWILIO_API_URL") + "/cdn/" + id);
            exchange.setStatusCode(307).endExchange();
        }
    }

    private void telegram(HttpServerExchange exchange, SendRequest request, String path) {
        var bot = "bot" + server.setting("TELEGRAM_BOT_TOKEN");
        var id = request.query().getOrDefault("file_id", "");
        if (path.equals("telegram/" + bot + "/getFile")) {
            say(
                    exchange,
                    media.find(id)
                            .map(file -> found(id, file))
                            .orElseGet(() -> TelegramPlatform.error(400, "Bad Request: invalid file_id")));
        } else if (path.startsWith("telegram/file/" + bot + "/files/")) {
            give(exchange, request.pathParts().getLast());
        } else {
            say(exchange, TelegramPlatform.error(path.contains(bot) ? 404 : 401, "Not Found"));
        }
    }

    private static Answer found(String id, CustomerMedia.Kept file) {
        var answer = Json.object().put("ok", true);
        answer.putObject("result")
                .put("file_id", id)
                .put("file_unique_id", id)
                .put("file_size", file.bytes().length)
                .put("file_path", "files/" + id);
        return new Answer(200, answer);
    }

    private void give(HttpServerExchange exchange, String id) {
        Optional<CustomerMedia.Kept> file = media.find(id);
        if (file.isEmpty()) {
            say(exchange, Control.error(404, "This is kept no longer."));
            return;
        }
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, file.get().type());
        exchange.getResponseSender().send(ByteBuffer.wrap(file.get().bytes()));
    }

    private static void say(HttpServerExchange exchange, Answer answer) {
        exchange.setStatusCode(answer.status());
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(Json.text(answer.body()));
    }
}
