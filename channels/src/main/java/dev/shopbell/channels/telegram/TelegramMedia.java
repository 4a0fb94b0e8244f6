package dev.shopbell.channels.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.MediaAddress;
import dev.shopbell.channels.MediaFetch;
import dev.shopbell.conversation.Attachment;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Files on Telegram: by the id one asks for a path, which is good for an hour, below the same host. The bot's token is part of both
 * addresses, so that they are shown to nobody and logged nowhere.
 *
 * <p>Source: core.telegram.org/bots/api, "getFile" (20 MB) and "File".
 */
final class TelegramMedia {

    private static final int MOST_BYTES = 20 * 1024 * 1024;
    private static final int LONGEST_ANSWER = 64 * 1024;

    private final Function<String, Optional<String>> settings;

    TelegramMedia(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /**
     * The file of a message.
     *
     * @param field Telegram's name of what it is of: {@code photo}, {@code voice}…
     * @param kind ours
     */
    static List<Attachment> of(String field, String kind, JsonNode message) {
        var sizes = Fields.list(message, field);
        var content = sizes.isEmpty() ? message.path(field) : sizes.getLast(); // the largest of a photo comes last
        return Fields.text(content, "file_id").stream()
                .map(id -> new Attachment(
                        kind,
                        Fields.text(content, "file_name").orElse(""),
                        Fields.text(content, "mime_type").orElse(""),
                        id))
                .toList();
    }

    Media fetch(Attachment attachment, Download download) {
        var token = settings.apply("TELEGRAM_BOT_TOKEN").filter(some -> !some.isBlank());
        if (token.isEmpty()) {
            return new Media.Refused("TELEGRAM_BOT_TOKEN is not set. Put BotFather's token there.");
        }
        var api = settings.apply("TELEGRAM_API_URL")
                .filter(some -> !some.isBlank())
                .orElse("https://api.telegram.org");
        var file = new MediaFetch(
                download,
                url -> MediaAddress.isAt(url, api),
                MOST_BYTES,
                "Telegram finds it no longer. Ask for it again.");
        var ask = URI.create(api + "/bot" + token.get() + "/getFile?file_id="
                + URLEncoder.encode(attachment.source(), StandardCharsets.UTF_8));
        return switch (download.get(ask, Map.of(), LONGEST_ANSWER)) {
            case Download.Answer.File(var bytes, var ignored) ->
                Fields.object(bytes)
                        .flatMap(told -> Fields.text(told, "result", "file_path"))
                        .filter(path -> path.matches("[A-Za-z0-9_./-]+") && !path.contains(".."))
                        .map(path -> file.from(api + "/file/bot" + token.get() + "/" + path, Map.of()))
                        .orElseGet(() -> file.denied(404));
            case Download.Answer.Denied(var status, var body) ->
                body.contains("too big") ? new Media.TooLarge(MOST_BYTES) : file.denied(status);
            case Download.Answer.NoAnswer(var reason) -> new Media.NotNow(reason);
            case Download.Answer.Elsewhere ignored -> file.denied(502);
            case Download.Answer.TooLarge ignored -> file.denied(502);
            case Download.Answer.Passed ignored -> file.denied(502);
        };
    }
}
