package dev.shopbell.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.channels.web.Visitor;
import dev.shopbell.channels.web.WebChannel;
import dev.shopbell.channels.web.WebUpload;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.platform.Json;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;

/**
 * A visitor wants to send a file. The file itself does not pass here: the browser is told where to put it, and by which id the
 * message that follows may name it.
 */
final class StartUpload {

    /** For the largest file over a slow line. */
    private static final Duration TO_PUT = Duration.ofMinutes(15);

    /** The message may wait longer than the file: its words are still being written, or there is no network. */
    private static final Duration TO_SEND = Duration.ofHours(1);

    private final WebChannel web;
    private final WebDoor door;
    private final WebUpload uploads;
    private final Places places;
    private final Clock clock;

    /** Where files are put. */
    @FunctionalInterface
    interface Places {

        /** An address to which one file of this type and size can be put for a while. */
        URI put(String key, String type, long size, Duration life);
    }

    StartUpload(WebChannel web, WebDoor door, WebUpload uploads, Places places, Clock clock) {
        this.web = web;
        this.door = door;
        this.uploads = uploads;
        this.places = places;
        this.clock = clock;
    }

    /** {@code {"name", "type", "size"}} → 201 {@code {"id", "url", "headers", "expiresAt"}}: PUT the file there, with these headers. */
    HttpAnswer start(WebhookRequest request) {
        var visitor = web.visitor(request).map(Visitor::conversation);
        if (visitor.isEmpty()) {
            return HttpAnswer.refusal(
                    401, "The token is missing, wrong or too old. Get a new one: POST /web/sessions.");
        }
        return door.hush(visitor.get()).orElseGet(() -> Fields.object(request.body())
                .map(file -> start(visitor.get(), file))
                .orElseGet(() -> HttpAnswer.refusal(
                        400, "Send {\"name\": \"cake.jpg\", \"type\": \"image/jpeg\", \"size\": 48213}.")));
    }

    private HttpAnswer start(ConversationId visitor, JsonNode file) {
        var type = Fields.text(file, "type").orElse("").toLowerCase(Locale.ROOT);
        if (!WebUpload.takes(type)) {
            return HttpAnswer.refusal(
                    415,
                    "Files of this \"type\" are not taken. Send a picture (JPEG, PNG, GIF, WebP), a PDF or plain text.");
        }
        var size = Fields.number(file, "size").orElse(0);
        if (size < 1 || size > WebUpload.MOST_BYTES) {
            return HttpAnswer.refusal(
                    size < 1 ? 400 : 413,
                    "The \"size\" must be 1 to " + WebUpload.MOST_BYTES + " bytes (10 MB). Send a smaller file.");
        }
        var name = Fields.text(file, "name")
                .map(some -> some.substring(Math.max(0, some.length() - WebUpload.LONGEST_NAME)))
                .orElse("");
        return answer(visitor, type, size, name);
    }

    private HttpAnswer answer(ConversationId visitor, String type, long size, String name) {
        var now = clock.instant();
        var place = WebUpload.place(visitor);
        return uploads.id(visitor, place, type, name, now.plus(TO_SEND))
                .map(id -> {
                    var body = Json.object()
                            .put("id", id)
                            .put("url", places.put(place, type, size, TO_PUT).toString())
                            .put("expiresAt", now.plus(TO_PUT).toString());
                    // The size is signed as well; every client sends it by itself, and a browser lets no page set it.
                    body.putObject("headers").put("content-type", type);
                    return HttpAnswer.json(201, body);
                })
                .orElseGet(() ->
                        HttpAnswer.refusal(503, "Files cannot be taken: the setting WEB_TOKEN_SECRET is missing."));
    }
}
