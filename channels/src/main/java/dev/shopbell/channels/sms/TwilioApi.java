package dev.shopbell.channels.sms;

import dev.shopbell.channels.InParts;
import dev.shopbell.channels.Secrets;
import dev.shopbell.channels.SendOutcome;
import dev.shopbell.channels.Transport;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Creates messages at Twilio. Source: twilio.com/docs/messaging/api/message-resource, "Create a Message" (body 1,600
 * characters, basic authentication, StatusCallback).
 */
final class TwilioApi {

    /**
     * Has Twilio tell a status up to five times more, whatever went wrong: by default it tries once more if the connection fails,
     * and an error status is never tried again, so that a reply would stay without its word. A status that comes twice changes
     * nothing. Source: twilio.com/docs/usage/webhooks/webhooks-connection-overrides, "rc" (0 to 5) and "rp".
     */
    static final String RETRIED = "#rc=5&rp=all";

    private final Function<String, Optional<String>> settings;
    private final Transport transport;

    TwilioApi(Function<String, Optional<String>> settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
    }

    SendOutcome send(ReplyId id, Reply reply, int fromPart) {
        var sid = setting("TWILIO_ACCOUNT_SID");
        var token = Secrets.inUse(settings, "TWILIO_AUTH_TOKEN");
        if (sid.isEmpty() || token.isEmpty()) {
            return SendOutcome.waitsForSetting(sid.isEmpty() ? "TWILIO_ACCOUNT_SID" : "TWILIO_AUTH_TOKEN", fromPart);
        }
        var url = URI.create(setting("TWILIO_API_URL").orElse("https://api.twilio.com") + "/2010-04-01/Accounts/"
                + encode(sid.get()) + "/Messages.json");
        var credentials = Base64.getEncoder().encodeToString(Transport.utf8(sid.get() + ":" + token.get()));
        var headers =
                Map.of("Authorization", "Basic " + credentials, "Content-Type", "application/x-www-form-urlencoded");
        return InParts.send(TwilioMessage.write(id.conversation(), reply), fromPart, (message, last) -> {
            var outcome = post(url, headers, form(id, message.fields(), last));
            return outcome instanceof SendOutcome.GiveUp && !message.inWords().isEmpty()
                    ? inWords(id, message, url, headers, last)
                    : outcome;
        });
    }

    /**
     * Twilio refuses a file that is too large, of a wrong type or not to be had, and a picture from a number that sends none: then its
     * address is said. What it refuses it has not taken, so nothing comes twice.
     */
    private SendOutcome inWords(ReplyId id, TwilioMessage message, URI url, Map<String, String> headers, boolean last) {
        var parts = message.inWords();
        return InParts.send(
                parts, 0, (part, lastPart) -> post(url, headers, form(id, Map.of("Body", part), last && lastPart)));
    }

    private SendOutcome post(URI url, Map<String, String> headers, String form) {
        return TwilioErrors.outcome(transport.post(url, headers, Transport.utf8(form)));
    }

    /** The callback is asked for on the last part only: what is said of it is said of the whole reply. */
    private String form(ReplyId id, Map<String, String> message, boolean last) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("To", id.conversation().person());
        fields.put("From", id.conversation().account().replace('~', ':'));
        fields.putAll(new TreeMap<>(message));
        setting("PUBLIC_BASE_URL")
                .filter(base -> last)
                .ifPresent(base -> fields.put(
                        "StatusCallback",
                        base.replaceAll("/+$", "") + "/webhooks/twilio/status?reply=" + encode(id.toString())
                                + RETRIED));
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    private Optional<String> setting(String name) {
        return settings.apply(name).filter(some -> !some.isBlank());
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
