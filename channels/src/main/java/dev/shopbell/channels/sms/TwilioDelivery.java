package dev.shopbell.channels.sms;

import dev.shopbell.channels.ChannelEvent;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.Heard;
import dev.shopbell.channels.InWords;
import dev.shopbell.channels.Reading;
import dev.shopbell.channels.Words;
import dev.shopbell.conversation.Wish;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads one form: an incoming message, or a status of one of ours.
 *
 * <p>Source: twilio.com/docs/messaging/guides/webhook-request (fields), help.twilio.com "Twilio support for opt-out keywords".
 */
final class TwilioDelivery {

    private static final Set<String> OPT_OUT_WORDS =
            Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");

    /** Without YES, which opts in as well, but as a rule answers a question. */
    private static final Set<String> OPT_IN_WORDS = Set.of("START", "UNSTOP");

    private static final Map<String, Wish> WISHES = Map.of("STOP", Wish.STOP, "START", Wish.START, "HELP", Wish.HELP);

    private static final int MOST_MEDIA = 10;

    private TwilioDelivery() {}

    /** @param reply what our status callback's URL carries */
    static Reading read(String body, Optional<String> reply, Instant receivedAt) {
        // A line break at the end is an editor's, not Twilio's, which encodes what people write.
        var form = body.startsWith("{") ? new Form(List.of()) : Form.parse(body.stripTrailing());
        if (form.fields().isEmpty()) {
            return Fields.object(body).isPresent()
                    ? new Reading.Events(List.of(new Facts("unknown").unknown("json")))
                    : new Reading.Malformed("The body is empty, not the form that Twilio posts.");
        }
        if (body.indexOf('=') < 0) {
            return new Reading.Malformed(
                    "The body has no field with a value, so it is not the form that Twilio posts.");
        }
        // Older callbacks only have the older name. Were one taken for a message, the bot would answer its own number.
        var status = form.field("MessageStatus")
                .or(() -> form.field("SmsStatus"))
                .filter(word -> !word.startsWith("receiv"));
        if (status.isPresent()) {
            return new Reading.Events(List.of(TwilioStatus.read(form, status.get(), reply, receivedAt)));
        }
        return new Reading.Events(form.field("From").stream()
                .map(from -> incoming(form, receivedAt))
                .toList());
    }

    private static ChannelEvent incoming(Form form, Instant receivedAt) {
        var media = media(form);
        var kind = kind(form, media);
        var text = form.raw("Body").map(Words::clean);
        var facts = new Facts(kind)
                .put("sender", form.field("From"))
                .put("bsuid", form.field("ExternalUserId"))
                .put("account", form.field("To"))
                .put("id", form.sid())
                .put("text", text.or(() -> Optional.of("")).filter(some -> "text".equals(kind) || !some.isBlank()))
                .put("payload", form.field("ButtonPayload").or(() -> form.field("ListId")))
                .put("title", form.field("ButtonText").or(() -> form.field("ListTitle")))
                .put("flowResponseJson", form.field("InteractiveData"))
                .put("media", media)
                .put("lat", decimal(form.field("Latitude")))
                .put("lon", decimal(form.field("Longitude")))
                .put("replyTo", form.field("OriginalRepliedMessageSid"))
                .put("adId", form.field("ReferralSourceId"))
                .put("refSource", form.field("ReferralSourceType"));
        return Heard.from(
                        SmsChannel.NAME,
                        form.field("To"),
                        form.field("From"),
                        facts,
                        form.field("ProfileName"),
                        receivedAt)
                .map(heard -> facts.meaning(meaning(form, facts, heard, media)))
                .orElseGet(facts::nothing);
    }

    /** What Twilio itself has answered ({@code OptOutType}) is not ours to answer, but ours to keep. */
    private static ChannelEvent.Meaning meaning(Form form, Facts facts, Heard heard, List<Map<String, Object>> media) {
        var text = facts.text("text").orElse("");
        var answered = form.field("OptOutType").map(type -> type.toUpperCase(Locale.ROOT));
        if (answered.isPresent()) {
            return WISHES.containsKey(answered.get())
                    ? heard.wished(WISHES.get(answered.get()), text, true)
                    : ChannelEvent.Meaning.NOTHING;
        }
        return switch (facts.kind()) {
            case "opt_out" -> heard.wished(Wish.STOP, text, false);
            case "text", "optin" -> heard.text(text);
            case "button_reply", "list_reply" -> heard.choice(facts.text("payload"), facts.text("title"));
            case "location" -> heard.inWords("location", place(form, facts, text));
            case "flow_reply" ->
                heard.inWords(
                        "flow_reply",
                        facts.text("flowResponseJson").map(InWords::filledIn).orElse(text));
            case "media" -> heard.unsupported(facts.kind(), facts.text("text"), TwilioMedia.of(media));
            default -> ChannelEvent.Meaning.NOTHING;
        };
    }

    private static String place(Form form, Facts facts, String text) {
        var place =
                InWords.place(form.field("Label"), form.field("Address"), facts.decimal("lat"), facts.decimal("lon"));
        return text.isBlank() ? place : text + "\n" + place;
    }

    private static String kind(Form form, List<Map<String, Object>> media) {
        var optOutType = form.field("OptOutType").orElse("").toUpperCase(Locale.ROOT);
        var word = form.raw("Body").orElse("").strip().toUpperCase(Locale.ROOT);
        if ("STOP".equals(optOutType) || (optOutType.isEmpty() && stops(form.field("From"), word))) {
            return "opt_out";
        }
        if ("START".equals(optOutType) || (optOutType.isEmpty() && OPT_IN_WORDS.contains(word))) {
            return "optin";
        }
        if (form.field("ButtonPayload").isPresent()) {
            return "button_reply";
        }
        if (form.field("ListId").isPresent()) {
            return "list_reply";
        }
        if (form.field("InteractiveData").isPresent()) {
            return "flow_reply";
        }
        if (!media.isEmpty()) {
            return "media";
        }
        return form.field("Latitude").isPresent() ? "location" : "text";
    }

    /** In a chat that Twilio carries, "cancel" is about an order. */
    private static boolean stops(Optional<String> from, String word) {
        return OPT_OUT_WORDS.contains(word)
                && Heard.wish(SmsChannel.NAME, from.orElse(""), word).equals(Optional.of(Wish.STOP));
    }

    /** As many as NumMedia says; where it is missing or empty, what is there counts. */
    private static List<Map<String, Object>> media(Form form) {
        var media = new ArrayList<Map<String, Object>>();
        var count = form.number("NumMedia").orElse(MOST_MEDIA);
        for (var index = 0; index < Math.min(count, MOST_MEDIA); index++) {
            var one = new LinkedHashMap<String, Object>();
            form.field("MediaUrl" + index).ifPresent(url -> one.put("url", url));
            form.field("MediaContentType" + index).ifPresent(mime -> one.put("mime", mime));
            if (one.containsKey("url")) {
                media.add(one);
            }
        }
        return media;
    }

    private static Optional<Double> decimal(Optional<String> text) {
        return text.filter(some -> some.matches("-?[0-9]{1,3}(\\.[0-9]{1,15})?"))
                .map(Double::valueOf);
    }
}
