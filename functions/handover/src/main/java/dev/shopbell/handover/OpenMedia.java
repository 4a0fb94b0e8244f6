package dev.shopbell.handover;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.platform.HttpAnswer;
import dev.shopbell.platform.Json;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * Opens a file that a customer sent: {@code GET /media/<signed>}. Nobody signs in here; the address is the permission
 * ({@link MediaLink}).
 *
 * <p>The first time it is fetched from its platform and put into our bucket; then, as every later time, the browser is sent on to
 * S3, with an address that is good for a minute. What is there is looked at each time, so that a file is given out by what it is
 * and not by what somebody said it was ({@link FileType}). The bytes themselves never pass through a function on their way out.
 */
final class OpenMedia {

    private static final Duration LIFE = Duration.ofMinutes(1);

    private final MediaLink links;
    private final Files files;
    private final Store store;
    private final Clock clock;

    /** How the files of the customers are found. */
    interface Files {

        /** What the turn says of the file; empty if the turn is no longer kept, or has no such file. */
        Optional<Attachment> find(MediaLink.Which file);

        /**
         * Gets it from its platform.
         *
         * @param large takes a file that is too large for memory
         */
        Media fetch(MediaLink.Which file, Attachment attachment, Download.Keeper large);
    }

    /** Our bucket. */
    interface Store {

        /** What the file of that key is given out as, by its first bytes; empty if there is none. */
        Optional<FileType> look(String key);

        void put(String key, String type, byte[] bytes);

        /** Puts exactly so many bytes as they come, or nothing. */
        void put(String key, String type, InputStream content, long length);

        /** An address that gives it to anybody for a while. */
        URI address(String key, FileType type, String disposition, Duration life);
    }

    OpenMedia(MediaLink links, Files files, Store store, Clock clock) {
        this.links = links;
        this.files = files;
        this.store = store;
        this.clock = clock;
    }

    /** @throws dev.shopbell.platform.RetryableFailure if the tables or the bucket do not answer */
    JsonNode open(String token) {
        var file = links.read(token, clock.instant());
        if (file.isEmpty()) {
            return problem(
                    403,
                    "This link is not one of ours, or its time is over. Open the conversation again for a new one.");
        }
        var attachment = files.find(file.get());
        if (attachment.isEmpty()) {
            return problem(404, "The message with this file is no longer kept.");
        }
        var key = key(file.get());
        return store.look(key)
                .map(type -> sendTo(key, type, attachment.get()))
                .orElseGet(() -> fetched(file.get(), attachment.get(), key));
    }

    private JsonNode fetched(MediaLink.Which file, Attachment attachment, String key) {
        Download.Keeper large = (content, length, type) -> store.put(key, told(type, attachment), content, length);
        return switch (files.fetch(file, attachment, large)) {
            case Media.Found(var bytes, var type) -> {
                var told = told(type, attachment);
                store.put(key, told, bytes);
                yield sendTo(key, FileType.of(bytes, told), attachment);
            }
            case Media.Passed ignored ->
                store.look(key)
                        .map(type -> sendTo(key, type, attachment))
                        .orElseGet(() ->
                                problem(503, "The file was put away and is not there yet. Try again in a moment."));
            case Media.Kept(var kept) ->
                store.look(kept)
                        .map(type -> sendTo(kept, type, attachment))
                        .orElseGet(() -> problem(
                                410,
                                "This file never arrived, or is no longer kept. Ask the customer to send it again."));
            case Media.Gone(var why) -> problem(410, why);
            case Media.TooLarge(var most) ->
                problem(
                        413,
                        "The file is larger than " + most / (1024 * 1024)
                                + " MB. Ask the customer to send it smaller, or another way.");
            case Media.Refused(var why) -> problem(502, why);
            case Media.NotNow(var why) -> {
                var later = problem(503, why + ". Try again in a moment.");
                if (later.path("headers") instanceof ObjectNode headers) {
                    headers.put("retry-after", "5");
                }
                yield later;
            }
        };
    }

    /** Below the conversation's own prefix, so that all of its files can be found together. */
    private static String key(MediaLink.Which file) {
        var conversation = Hmac.sha256Hex(Transport.utf8(file.conversation().toString()));
        return "fetched/" + conversation.substring(0, 32) + "/" + file.turn() + "-" + file.index();
    }

    private JsonNode sendTo(String key, FileType type, Attachment attachment) {
        var answer = safely(Json.object().put("statusCode", 302));
        answer.withObject("headers")
                .put(
                        "location",
                        store.address(key, type, Disposition.of(attachment, type), LIFE)
                                .toString());
        return answer;
    }

    private static JsonNode problem(int status, String message) {
        return HttpAnswer.problem(status, message) instanceof ObjectNode answer ? safely(answer) : Json.object();
    }

    /** Nothing is kept by caches, nothing runs, and no other site learns the address. */
    private static ObjectNode safely(ObjectNode answer) {
        answer.withObject("headers")
                .put("cache-control", "private, no-store")
                .put("content-security-policy", "sandbox; default-src 'none'")
                .put("x-content-type-options", "nosniff")
                .put("referrer-policy", "no-referrer");
        return answer;
    }

    private static String told(String type, Attachment attachment) {
        return plausible(type).or(() -> plausible(attachment.type())).orElse("application/octet-stream");
    }

    private static Optional<String> plausible(String type) {
        return Optional.of(type).filter(some -> some.matches("[A-Za-z0-9.+-]{1,60}/[A-Za-z0-9.+-]{1,80}(;.{0,100})?"));
    }
}
