package dev.shopbell.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Twilio's message resource. A template is told by its ContentSid and what fills it: its words are Twilio's. Sources:
 * twilio.com/docs/messaging/api/message-resource (fields, answer), twilio.com/docs/api/errors (codes).
 */
final class TwilioPlatform implements Platform {
    private static final int MAX_BODY = 1_600;

    private final Supplier<String> account;
    private final Supplier<String> authToken;
    private final PublicAddress publicAddress;

    TwilioPlatform(Supplier<String> account, Supplier<String> authToken, PublicAddress publicAddress) {
        this.account = account;
        this.authToken = authToken;
        this.publicAddress = publicAddress;
    }

    @Override
    public String channel() {
        return "sms";
    }

    @Override
    public Answer failure(int status) {
        return switch (status) {
            case 429 -> Answer.twilioError(429, 20429, "Too Many Requests");
            case 401 -> Answer.twilioError(401, 20003, "Authenticate");
            case 400 -> Answer.twilioError(400, 21610, "Attempt to send to unsubscribed recipient");
            default -> Answer.twilioError(status, 20500, "Internal Server Error");
        };
    }

    @Override
    public Verdict send(SendRequest request, URI ourself, Instant now) {
        if (!knows(request)) {
            return refused(401, 20003, "Authenticate");
        }
        var form = TwilioDelivery.decode(request.body());
        var to = form.getOrDefault("To", "");
        var from = form.getOrDefault("From", form.getOrDefault("MessagingServiceSid", ""));
        var body = form.getOrDefault("Body", "");
        var content = form.getOrDefault("ContentSid", "");
        var media = form.getOrDefault("MediaUrl", "");
        if (to.isEmpty()) {
            return refused(400, 21604, "A 'To' phone number is required.");
        }
        if (!to.matches("(whatsapp:)?\\+?[0-9]{3,15}")) {
            return refused(400, 21211, "Invalid 'To' Phone Number: " + to);
        }
        if (from.isEmpty()) {
            return refused(400, 21603, "A 'From' phone number is required.");
        }
        if (body.isEmpty() && content.isEmpty() && media.isEmpty()) {
            return refused(400, 21602, "Message body is required.");
        }
        if (!media.isEmpty() && !media.matches("https?://.+")) {
            return refused(400, 21620, "Invalid media URL(s)");
        }
        if (body.length() > MAX_BODY) {
            return refused(400, 21617, "The concatenated message body exceeds the 1600 character limit");
        }
        try {
            var filled = (content + " " + form.getOrDefault("ContentVariables", "")).strip();
            return taken(form, to, from, content.isEmpty() ? body : "[" + filled + "]", ourself, now);
        } catch (IllegalArgumentException e) {
            return refused(400, 21609, "Invalid StatusCallback URL: " + e.getMessage());
        }
    }

    private Verdict taken(Map<String, String> form, String to, String from, String text, URI ourself, Instant now) {
        var sid = Ids.twilio();
        var url = form.getOrDefault("StatusCallback", "");
        var tag = TwilioDelivery.decode(url.substring(url.indexOf('?') + 1).replaceFirst("#.*", ""))
                .getOrDefault("reply", "");
        var sent = new Sent(0, channel(), sid, from, to, text, List.of(), tag, now, Json.of(form));
        return new Verdict.Taken(
                new Answer(201, message(sid, to, from, text, form.containsKey("MediaUrl") ? "1" : "0", now)),
                sent,
                url.isEmpty()
                        ? List.of()
                        : List.of(
                                status(sent, url, "queued", ourself, 30),
                                status(sent, url, "sent", ourself, 120),
                                status(sent, url, "delivered", ourself, 300)));
    }

    @Override
    public Optional<Callback> failed(Sent sent, String code, URI ourself, Instant now) {
        var url = sent.request().path("StatusCallback").asText();
        if (url.isEmpty()) {
            return Optional.empty();
        }
        var form = TwilioDelivery.status(account.get(), sent.account(), sent.to(), sent.id(), "undelivered");
        form.put("ErrorCode", code);
        return Optional.of(callback(form, url, ourself, 200));
    }

    private Callback status(Sent sent, String url, String status, URI ourself, long millis) {
        var form = TwilioDelivery.status(account.get(), sent.account(), sent.to(), sent.id(), status);
        return callback(form, url, ourself, millis);
    }

    private Callback callback(Map<String, String> form, String url, URI ourself, long millis) {
        var patience = url.contains("rp=all") ? Callback.Patience.TWILIO_ALL : Callback.Patience.TWILIO;
        return new Callback(
                publicAddress.reach(url, ourself),
                Map.of(
                        "Content-Type", "application/x-www-form-urlencoded; charset=UTF-8",
                        "User-Agent", "TwilioProxy/1.1",
                        "X-Twilio-Signature", Signatures.twilio(authToken.get(), url, form)),
                TwilioDelivery.encode(form),
                Duration.ofMillis(millis),
                patience);
    }

    private JsonNode message(String sid, String to, String from, String text, String media, Instant now) {
        var path = "/2010-04-01/Accounts/" + account.get() + "/Messages/" + sid;
        var rfc2822 = DateTimeFormatter.RFC_1123_DATE_TIME.format(now.atOffset(ZoneOffset.UTC));
        var json = Json.object()
                .put("account_sid", account.get())
                .put("api_version", "2010-04-01")
                .put("body", text)
                .put("date_created", rfc2822)
                .putNull("date_sent")
                .put("date_updated", rfc2822)
                .put("direction", "outbound-api")
                .putNull("error_code")
                .putNull("error_message")
                .put("from", from)
                .putNull("messaging_service_sid")
                .put("num_media", media)
                .put("num_segments", Integer.toString(Segments.of(text)))
                .putNull("price")
                .put("price_unit", "USD")
                .put("sid", sid)
                .put("status", "queued")
                .put("to", to)
                .put("uri", path + ".json");
        json.putObject("subresource_uris").put("media", path + "/Media.json");
        return json;
    }

    private boolean knows(SendRequest request) {
        var expected =
                "Basic " + Base64.getEncoder().encodeToString((account.get() + ":" + authToken.get()).getBytes(UTF_8));
        return request.pathParts().get(2).equals(account.get())
                && MessageDigest.isEqual(
                        expected.getBytes(UTF_8), request.authorization().getBytes(UTF_8));
    }

    private static Verdict refused(int status, int code, String why) {
        return new Verdict.Refused(Answer.twilioError(status, code, why));
    }
}
