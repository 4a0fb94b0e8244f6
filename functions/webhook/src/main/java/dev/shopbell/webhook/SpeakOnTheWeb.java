package dev.shopbell.webhook;

import dev.shopbell.channels.ChannelEvent.Meaning;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.channels.web.WebChannel;
import dev.shopbell.conversation.Mail;
import dev.shopbell.platform.Json;
import java.time.Clock;
import java.util.ArrayList;

/** A visitor says something, over HTTP or a socket. */
final class SpeakOnTheWeb {

    private final WebChannel web;
    private final WebDoor door;
    private final Inbox inbox;
    private final Clock clock;

    SpeakOnTheWeb(WebChannel web, WebDoor door, Inbox inbox, Clock clock) {
        this.web = web;
        this.door = door;
        this.inbox = inbox;
        this.clock = clock;
    }

    /**
     * 202 with the message's id once it is kept.
     *
     * @throws dev.shopbell.platform.RetryableFailure if it could not be kept
     */
    HttpAnswer say(WebhookRequest request) {
        var visitor = web.visitor(request);
        if (visitor.isEmpty()) {
            return HttpAnswer.refusal(
                    401, "The token is missing, wrong or too old. Get a new one: POST /web/sessions.");
        }
        if (WebChannel.isTooLong(request)) {
            return HttpAnswer.refusal(
                    413, "The message is longer than " + WebChannel.LONGEST_TEXT + " characters. Send it in several.");
        }
        return door.hush(visitor.get().conversation()).orElseGet(() -> keep(request));
    }

    private HttpAnswer keep(WebhookRequest request) {
        return switch (web.read(request, clock.instant())) {
            case Reading.Malformed(var why) -> HttpAnswer.refusal(400, why);
            case Reading.Events(var events) -> {
                var mail = new ArrayList<Mail.CustomerSaid>();
                events.forEach(event -> {
                    if (event.meaning() instanceof Meaning.Said(var said)) {
                        mail.add(said);
                    }
                });
                inbox.keep(mail);
                yield HttpAnswer.json(
                        202,
                        Json.object()
                                .put("id", WebChannel.clientId(mail.getFirst().id())));
            }
        };
    }
}
