package dev.shopbell.channels.telegram;

import dev.shopbell.channels.Aside;
import dev.shopbell.channels.Channel;
import dev.shopbell.channels.Download;
import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.InParts;
import dev.shopbell.channels.Media;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.Secrets;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.conversation.Attachment;
import dev.shopbell.conversation.ChannelName;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A bot on Telegram, in its private chats. Source: core.telegram.org/bots/api.
 *
 * <p>Telegram signs nothing: it repeats a secret that was given to it with the webhook's address. And it echoes nothing, so that a
 * send of unknown fate is repeated after the time in which the others would have spoken: at least once, not exactly once.
 */
public final class TelegramChannel implements Channel {

    static final ChannelName NAME = new ChannelName("telegram");

    private final Function<String, Optional<String>> settings;
    private final Transport transport;
    private final TelegramMedia media;

    /**
     * @param settings names {@code TELEGRAM_BOT_TOKEN}, {@code TELEGRAM_WEBHOOK_SECRET} (one or several) and
     *     {@code TELEGRAM_API_URL}
     */
    public TelegramChannel(Function<String, Optional<String>> settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
        this.media = new TelegramMedia(settings);
    }

    @Override
    public ChannelName name() {
        return NAME;
    }

    @Override
    public boolean isAuthentic(WebhookRequest request) {
        var shown = request.header("X-Telegram-Bot-Api-Secret-Token").orElse("");
        return Secrets.any(settings, "TELEGRAM_WEBHOOK_SECRET", secret -> Hmac.same(secret, shown));
    }

    @Override
    public Reading read(WebhookRequest request, Instant receivedAt) {
        return TelegramUpdate.read(request.body(), bot(), receivedAt);
    }

    /** The bot's own id stands in front of its token, and in no update. */
    private String bot() {
        return setting("TELEGRAM_BOT_TOKEN")
                .map(token -> token.split(":", 2)[0])
                .filter(id -> !id.isBlank())
                .orElse("bot");
    }

    @Override
    public SendOutcome send(ReplyId id, Reply reply, int fromPart) {
        var token = setting("TELEGRAM_BOT_TOKEN");
        if (token.isEmpty()) {
            return SendOutcome.waitsForSetting("TELEGRAM_BOT_TOKEN", fromPart);
        }
        return InParts.send(TelegramMessage.write(id, reply), fromPart, (call, last) -> post(token.get(), call));
    }

    private SendOutcome post(String token, TelegramMessage.Call call) {
        var base = setting("TELEGRAM_API_URL").orElse("https://api.telegram.org") + "/bot" + token + "/";
        return TelegramErrors.outcome(transport.post(
                URI.create(base + call.method()),
                Map.of("Content-Type", "application/json"),
                Transport.utf8(call.body().toString())));
    }

    /**
     * One request: somebody writes, until the answer comes or 5 seconds have passed. That it was read Telegram shows by itself.
     * Source: core.telegram.org/bots/api, "sendChatAction".
     */
    @Override
    public void heard(ConversationId conversation, MessageId message) {
        setting("TELEGRAM_BOT_TOKEN")
                .ifPresent(token -> Aside.send(() -> post(token, TelegramMessage.writing(conversation.person()))));
    }

    @Override
    public boolean showsHeard() {
        return true;
    }

    @Override
    public Media fetch(Attachment attachment, Download download) {
        return media.fetch(attachment, download);
    }

    private Optional<String> setting(String name) {
        return settings.apply(name).filter(some -> !some.isBlank());
    }
}
