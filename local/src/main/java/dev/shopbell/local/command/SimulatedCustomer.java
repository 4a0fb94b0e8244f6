package dev.shopbell.local.command;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.provider.Addresses;
import dev.shopbell.local.provider.AwsSmsDelivery;
import dev.shopbell.local.provider.MessengerDelivery;
import dev.shopbell.local.provider.SentFile;
import dev.shopbell.local.provider.Signatures;
import dev.shopbell.local.provider.SnsDelivery;
import dev.shopbell.local.provider.TelegramDelivery;
import dev.shopbell.local.provider.TwilioDelivery;
import dev.shopbell.local.provider.WhatsAppDelivery;
import java.net.URI;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A person on a provider's platform, whose words reach us as that provider delivers them: shaped and signed. */
public sealed interface SimulatedCustomer {

    /** How the platform addresses the person. */
    String address();

    /**
     * The delivery that these words become.
     *
     * @param text what the person writes, or reads on what is pressed
     * @param choice the value of what is pressed; empty if the person writes
     */
    Delivery says(String text, Optional<String> choice, Instant now);

    /**
     * The delivery that a file becomes.
     *
     * @param caption words that go with it; empty if none
     * @param server where the platforms are played
     * @throws CommandFailure on a channel that has no files
     */
    Delivery sends(SentFile file, String caption, URI server, Instant now) throws CommandFailure;

    /** One POST to a webhook. */
    record Delivery(String path, Map<String, String> headers, String body) {}

    /**
     * The person of that name or number on that channel.
     *
     * @param settings the running server's, as {@code /_providers/settings} tells them
     * @throws CommandFailure on a channel that has no provider, or a person whom it could not address
     */
    static SimulatedCustomer of(String channel, String from, JsonNode settings) throws CommandFailure {
        return switch (channel) {
            case "messenger" ->
                new OnMessenger(from, settings.path("META_APP_SECRET").asText());
            case "whatsapp" ->
                new OnWhatsApp(digits(from), settings.path("META_APP_SECRET").asText());
            case "sms" ->
                new BySms(
                        "+" + digits(from),
                        settings.path("TWILIO_ACCOUNT_SID").asText(),
                        settings.path("TWILIO_AUTH_TOKEN").asText(),
                        settings.path("PUBLIC_BASE_URL").asText());
            case "aws-sms" ->
                new ByAwsSms(
                        "+" + digits(from),
                        settings.path("SNS_TOPIC_ARNS").asText(),
                        settings.path("SNS_PRIVATE_KEY").asText());
            case "telegram" ->
                new OnTelegram(
                        digits(from), settings.path("TELEGRAM_WEBHOOK_SECRET").asText());
            default ->
                throw new CommandFailure(
                        "\"" + channel
                                + "\" is no channel with a provider. Use messenger, whatsapp, sms, aws-sms or telegram (and ./bot chat for the web).");
        };
    }

    static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }

    private static String digits(String from) throws CommandFailure {
        var digits = from.replaceAll("[+ ().-]", "");
        if (!digits.matches("[0-9]{3,15}")) {
            throw new CommandFailure("--from must be a phone number here, such as +15551234567, not \"" + from + "\".");
        }
        return digits;
    }

    /** Writes to the Facebook page. */
    record OnMessenger(String address, String appSecret) implements SimulatedCustomer {
        @Override
        public Delivery says(String text, Optional<String> choice, Instant now) {
            return signed(
                    "/webhooks/messenger",
                    appSecret,
                    choice.map(value -> MessengerDelivery.quickReply(Addresses.PAGE, address, text, value, now))
                            .orElseGet(() -> MessengerDelivery.text(Addresses.PAGE, address, text, now)));
        }

        @Override
        public Delivery sends(SentFile file, String caption, URI server, Instant now) {
            var url = server + "/_providers/graph/cdn/" + file.id();
            return signed(
                    "/webhooks/messenger",
                    appSecret,
                    MessengerDelivery.file(Addresses.PAGE, address, file, url, caption, now));
        }
    }

    /** Writes to the WhatsApp number. */
    record OnWhatsApp(String address, String appSecret) implements SimulatedCustomer {
        @Override
        public Delivery says(String text, Optional<String> choice, Instant now) {
            return signed(
                    "/webhooks/whatsapp",
                    appSecret,
                    choice.map(value -> WhatsAppDelivery.buttonReply(
                                    Addresses.WHATSAPP_NUMBER_ID, address, text, value, now))
                            .orElseGet(() -> WhatsAppDelivery.text(Addresses.WHATSAPP_NUMBER_ID, address, text, now)));
        }

        @Override
        public Delivery sends(SentFile file, String caption, URI server, Instant now) {
            return signed(
                    "/webhooks/whatsapp",
                    appSecret,
                    WhatsAppDelivery.file(Addresses.WHATSAPP_NUMBER_ID, address, file, caption, now));
        }
    }

    /** Sends an SMS; a choice is typed, for there is nothing to press. */
    record BySms(String address, String account, String authToken, String publicBaseUrl) implements SimulatedCustomer {
        private static final String PATH = "/webhooks/twilio";

        @Override
        public Delivery says(String text, Optional<String> choice, Instant now) {
            return delivery(TwilioDelivery.text(account, Addresses.SMS_NUMBER, address, choice.orElse(text)));
        }

        @Override
        public Delivery sends(SentFile file, String caption, URI server, Instant now) {
            var api = server + "/_providers/twilio";
            return delivery(TwilioDelivery.file(account, Addresses.SMS_NUMBER, address, file, api, caption));
        }

        private Delivery delivery(Map<String, String> form) {
            return new Delivery(
                    PATH,
                    Map.of(
                            "Content-Type",
                            "application/x-www-form-urlencoded; charset=UTF-8",
                            "X-Twilio-Signature",
                            Signatures.twilio(authToken, publicBaseUrl + PATH, form)),
                    TwilioDelivery.encode(form));
        }
    }

    /** Sends an SMS to the number at AWS, which publishes it to the topic. */
    record ByAwsSms(String address, String topicArn, String topicKey) implements SimulatedCustomer {
        @Override
        public Delivery says(String text, Optional<String> choice, Instant now) {
            var published = AwsSmsDelivery.text(Addresses.AWS_SMS_NUMBER, address, choice.orElse(text));
            var delivery = SnsDelivery.notification(topicArn, topicKey, published, now);
            return new Delivery("/webhooks/aws-sms", SnsDelivery.headers(delivery), Json.text(delivery));
        }

        @Override
        public Delivery sends(SentFile file, String caption, URI server, Instant now) throws CommandFailure {
            throw new CommandFailure("AWS takes no files by SMS. Use messenger, whatsapp, sms or telegram.");
        }
    }

    /** Writes to the bot on Telegram. */
    record OnTelegram(String address, String secret) implements SimulatedCustomer {
        @Override
        public Delivery says(String text, Optional<String> choice, Instant now) {
            var update = choice.map(value -> TelegramDelivery.pressed(address, value, now))
                    .orElseGet(() -> TelegramDelivery.text(address, text, now));
            return delivery(update);
        }

        @Override
        public Delivery sends(SentFile file, String caption, URI server, Instant now) {
            return delivery(TelegramDelivery.file(address, file, caption, now));
        }

        private Delivery delivery(JsonNode update) {
            var headers = Map.of("Content-Type", "application/json", "X-Telegram-Bot-Api-Secret-Token", secret);
            return new Delivery("/webhooks/telegram", headers, Json.text(update));
        }
    }

    private static Delivery signed(String path, String appSecret, JsonNode delivery) {
        var body = Json.text(delivery);
        return new Delivery(
                path,
                Map.of("Content-Type", "application/json", "X-Hub-Signature-256", Signatures.meta(appSecret, body)),
                body);
    }
}
