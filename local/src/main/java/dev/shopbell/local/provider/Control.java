package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.LocalServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** What tests and commands ask of the stand-ins besides sending. */
final class Control {
    private static final List<String> SETTINGS = List.of("TWILIO_ACCOUNT_SID", "PUBLIC_BASE_URL");

    /** Each may hold several; the one in use is told. */
    private static final List<String> SECRETS = List.of(
            "META_APP_SECRET", "META_VERIFY_TOKEN", "TWILIO_AUTH_TOKEN", "SNS_TOPIC_ARNS", "TELEGRAM_WEBHOOK_SECRET");

    private static final long LONGEST_WAIT_MILLIS = 20_000;
    private static final Set<String> CHANNELS = Set.of("", "messenger", "whatsapp", "sms", "aws-sms", "telegram");

    /** Whose messages may fail after they were taken. */
    private static final Set<String> FAIL_LATER = Set.of("whatsapp", "sms", "aws-sms");

    private final Outbox outbox;
    private final Faults faults;
    private final SpeedLimits limits;
    private final LocalServer server;
    private final SnsKey snsKey;
    private final CustomerMedia media;

    Control(Outbox outbox, Faults faults, SpeedLimits limits, LocalServer server, SnsKey snsKey, CustomerMedia media) {
        this.outbox = outbox;
        this.faults = faults;
        this.limits = limits;
        this.server = server;
        this.snsKey = snsKey;
        this.media = media;
    }

    Answer handle(String method, String what, SendRequest request) throws InterruptedException {
        return switch (method + " " + what) {
            case "GET outbox" -> outbox(request);
            case "GET settings" -> settings(request.query().getOrDefault("channel", ""));
            case "POST faults" -> plan(request.body());
            case "POST media" -> keep(request.body());
            case "DELETE media" -> {
                media.forget();
                yield new Answer(200, Json.object().put("media", "none"));
            }
            case "DELETE faults" -> {
                faults.clear();
                limits.clear();
                yield new Answer(200, Json.object().put("faults", "none"));
            }
            default ->
                error(
                        404,
                        "Nothing is here. There is GET outbox, GET settings, POST and DELETE faults, POST and DELETE media.");
        };
    }

    static Answer error(int status, String message) {
        return new Answer(status, Json.object().put("message", message));
    }

    private Answer outbox(SendRequest request) throws InterruptedException {
        var query = request.query();
        long after;
        long waitMillis;
        try {
            after = Long.parseLong(query.getOrDefault("after", "0"));
            waitMillis = Math.clamp(Long.parseLong(query.getOrDefault("wait", "0")), 0, LONGEST_WAIT_MILLIS);
        } catch (NumberFormatException e) {
            return error(
                    400, "\"after\" must be a number (the sequence of the last message seen), and \"wait\" too (ms).");
        }
        var found = outbox.await(
                query.getOrDefault("channel", ""), query.getOrDefault("to", ""), after, Duration.ofMillis(waitMillis));
        var answer = Json.object().put("last", outbox.last());
        var messages = answer.putArray("messages");
        for (var sent : found) {
            var json = sent.json();
            var statuses = json.putArray("statuses");
            outbox.milestones(sent.sequence()).forEach(each -> statuses.addObject()
                    .put("status", each.status())
                    .put("at", each.at().toString()));
            messages.add(json);
        }
        return new Answer(200, answer);
    }

    /** A topic's key is only made for those who ask for it: it takes a while. */
    private Answer settings(String channel) {
        var answer = Json.object();
        SETTINGS.forEach(name -> answer.put(name, server.setting(name)));
        SECRETS.forEach(name -> answer.put(name, server.inUse(name)));
        if (channel.equals("aws-sms")) {
            answer.put("SNS_PRIVATE_KEY", snsKey.secret());
        }
        return new Answer(200, answer);
    }

    private Answer keep(String body) {
        try {
            var file = Json.read(body);
            var id = media.keep(new CustomerMedia.Kept(
                    file.path("data").binaryValue(),
                    file.path("type").asText("application/octet-stream"),
                    file.path("name").asText()));
            return new Answer(201, Json.object().put("id", id));
        } catch (IOException e) {
            return error(
                    400, "Send a JSON object: {\"type\":\"image/png\",\"name\":\"cake.png\",\"data\":\"<base64>\"}.");
        }
    }

    private Answer plan(String body) {
        JsonNode wish;
        try {
            wish = Json.read(body);
        } catch (IOException e) {
            return error(
                    400, "Send a JSON object: {\"channel\":\"sms\",\"mode\":\"status\",\"status\":500,\"count\":3}.");
        }
        var channel = wish.path("channel").asText();
        var limit = wish.path("mode").asText();
        if (limit.equals("number-limit") || limit.equals("pair-limit")) {
            return limit(channel, limit, wish.path("most").asInt());
        }
        var mode = Faults.Mode.named(wish.path("mode").asText("status"));
        var status = wish.path("status").asInt(500);
        var count = wish.path("count").asInt(1);
        if (!CHANNELS.contains(channel)) {
            return error(
                    400,
                    "\"channel\" must be messenger, whatsapp, sms, aws-sms or telegram, or left out for all of them.");
        }
        if (mode.isEmpty()) {
            return error(
                    400,
                    "\"mode\" must be status, hang, drop-before-accept, drop-after-accept, window-closed, fail-later, number-limit"
                            + " or pair-limit.");
        }
        var code = wish.path("code").asText();
        if (mode.get() == Faults.Mode.FAIL_LATER && (code.isEmpty() || !FAIL_LATER.contains(channel))) {
            return error(
                    400,
                    "\"fail-later\" needs \"channel\" (whatsapp, sms or aws-sms; the others never say so later) and \"code\", such"
                            + " as 131047, 30008 or TEXT_UNREACHABLE.");
        }
        if (status < 400 || status > 599 || count < 1) {
            return error(400, "\"status\" must be 400 to 599 and \"count\" at least 1.");
        }
        faults.plan(channel, new Faults.Fault(mode.get(), status, code), count);
        return new Answer(201, Json.object().put("planned", count));
    }

    /** A limit holds until the faults are cleared. */
    private Answer limit(String channel, String kind, int most) {
        if (channel.isEmpty() || most < 1) {
            return error(
                    400,
                    "A limit needs \"channel\" and \"most\", at least 1: messages a second for a number (number-limit), or messages"
                            + " to one person at once, one more each six seconds (pair-limit; WhatsApp's is 45).");
        }
        if (kind.equals("number-limit")) {
            limits.limitNumbers(channel, most);
        } else {
            limits.limitPairs(channel, most);
        }
        return new Answer(201, Json.object().put(kind, most));
    }
}
