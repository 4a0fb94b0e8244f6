package dev.shopbell.local.phones;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.LocalServer;
import dev.shopbell.local.provider.Addresses;
import dev.shopbell.local.provider.AwsSmsDelivery;
import dev.shopbell.local.provider.MessengerDelivery;
import dev.shopbell.local.provider.Signatures;
import dev.shopbell.local.provider.SnsDelivery;
import dev.shopbell.local.provider.SnsKey;
import dev.shopbell.local.provider.TelegramDelivery;
import dev.shopbell.local.provider.TwilioDelivery;
import dev.shopbell.local.provider.WhatsAppDelivery;
import dev.shopbell.local.wire.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Turns what is typed and pressed on a phone into what its platform delivers, shaped and signed. */
final class Phone {
    private final LocalServer server;

    Phone(LocalServer server) {
        this.server = server;
    }

    /**
     * One POST to a webhook of ours.
     *
     * @param path of the webhook
     */
    record Delivery(String path, Map<String, String> headers, String body) {}

    /**
     * What was done on a phone.
     *
     * @param channel {@code messenger}, {@code whatsapp}, {@code sms}, {@code telegram} or {@code aws-sms}
     * @param from how the platform addresses the person
     * @param kind {@code text}, {@code quick_reply}, {@code postback}, {@code button}, {@code template}, {@code list} or
     *     {@code pressed}
     * @param text what was typed, or stands on what was pressed
     * @param value of what was pressed; empty for text
     * @param of the platform's id of the message that it was pressed on; empty where no platform tells it
     */
    record Deed(String channel, String from, String kind, String text, String value, String of) {

        /** Reads it from the page. */
        static Deed of(JsonNode body) {
            return new Deed(
                    body.path("channel").asText(),
                    body.path("from").asText(),
                    body.path("kind").asText("text"),
                    body.path("text").asText(),
                    body.path("value").asText(),
                    body.path("of").asText());
        }
    }

    /** @throws IllegalArgumentException naming what does not fit */
    Delivery deliver(Deed deed, Instant now) {
        var from = deed.from();
        if (from.isBlank() || (deed.text().isBlank() && deed.value().isBlank())) {
            throw new IllegalArgumentException("Say who writes (\"from\") and what (\"text\").");
        }
        return switch (deed.channel() + " " + deed.kind()) {
            case "messenger text" -> messenger(MessengerDelivery.text(Addresses.PAGE, from, deed.text(), now));
            case "messenger quick_reply" ->
                messenger(MessengerDelivery.quickReply(Addresses.PAGE, from, deed.text(), deed.value(), now));
            case "messenger postback" ->
                messenger(MessengerDelivery.postback(Addresses.PAGE, from, deed.text(), deed.value(), now));
            case "whatsapp text" ->
                whatsApp(WhatsAppDelivery.text(Addresses.WHATSAPP_NUMBER_ID, from, deed.text(), now));
            case "whatsapp button" ->
                whatsApp(WhatsAppDelivery.buttonReply(
                        Addresses.WHATSAPP_NUMBER_ID, from, deed.text(), deed.value(), now));
            case "whatsapp template" ->
                whatsApp(WhatsAppDelivery.templateButton(
                        Addresses.WHATSAPP_NUMBER_ID, from, deed.text(), deed.value(), deed.of(), now));
            case "whatsapp list" ->
                whatsApp(
                        WhatsAppDelivery.listReply(Addresses.WHATSAPP_NUMBER_ID, from, deed.text(), deed.value(), now));
            case "sms text" -> sms(from, deed.text());
            case "telegram text" -> telegram(TelegramDelivery.text(chat(from), deed.text(), now));
            case "telegram pressed" -> telegram(TelegramDelivery.pressed(chat(from), deed.value(), now));
            case "aws-sms text" -> awsSms(from, deed.text(), now);
            default ->
                throw new IllegalArgumentException(
                        "There is no \"" + deed.kind() + "\" on \"" + deed.channel() + "\" here.");
        };
    }

    private Delivery messenger(JsonNode delivery) {
        return meta("/webhooks/messenger", delivery);
    }

    private Delivery whatsApp(JsonNode delivery) {
        return meta("/webhooks/whatsapp", delivery);
    }

    private Delivery meta(String path, JsonNode delivery) {
        var body = new String(Json.bytes(delivery), StandardCharsets.UTF_8);
        var signature = Signatures.meta(server.inUse("META_APP_SECRET"), body);
        return new Delivery(path, Map.of("Content-Type", "application/json", "X-Hub-Signature-256", signature), body);
    }

    private Delivery sms(String from, String text) {
        var path = "/webhooks/twilio";
        var form = TwilioDelivery.text(server.setting("TWILIO_ACCOUNT_SID"), Addresses.SMS_NUMBER, from, text);
        var signature =
                Signatures.twilio(server.inUse("TWILIO_AUTH_TOKEN"), server.setting("PUBLIC_BASE_URL") + path, form);
        return new Delivery(
                path,
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded; charset=UTF-8",
                        "X-Twilio-Signature",
                        signature),
                TwilioDelivery.encode(form));
    }

    /** Telegram knows people by a number, and nothing else. */
    private static String chat(String from) {
        if (!from.matches("[0-9]{1,15}")) {
            throw new IllegalArgumentException("On Telegram people have a number, such as 4711 (\"from\").");
        }
        return from;
    }

    private Delivery telegram(JsonNode update) {
        return new Delivery(
                "/webhooks/telegram",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Telegram-Bot-Api-Secret-Token",
                        server.inUse("TELEGRAM_WEBHOOK_SECRET")),
                new String(Json.bytes(update), StandardCharsets.UTF_8));
    }

    /** What was sent to the number at AWS is published to the topic, and SNS posts it to us. */
    private Delivery awsSms(String from, String text, Instant now) {
        var published = AwsSmsDelivery.text(Addresses.AWS_SMS_NUMBER, from, text);
        var delivery = SnsDelivery.notification(server.inUse("SNS_TOPIC_ARNS"), SnsKey.OWN.secret(), published, now);
        return new Delivery(
                "/webhooks/aws-sms",
                SnsDelivery.headers(delivery),
                new String(Json.bytes(delivery), StandardCharsets.UTF_8));
    }
}
