package dev.shopbell.acceptance;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Plays the providers' side of the webhooks: their bodies, signed as they sign. */
final class Deliveries {

    static final String META_SECRET = "test-app-secret";
    static final String VERIFY_TOKEN = "test-verify-token";
    static final String TWILIO_TOKEN = "test-twilio-token";
    static final String OUR_NUMBER = "+15550001000";
    static final String PAGE = "1234509876";
    static final String PHONE_ID = "106540352242922";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI shop;

    Deliveries(URI shop) {
        this.shop = shop;
    }

    int say(String channel, String from, String id, String text) {
        return switch (channel) {
            case "messenger" -> meta("/webhooks/messenger", messenger(from, id, text));
            case "whatsapp" -> meta("/webhooks/whatsapp", whatsApp(from, id, text));
            case "sms" -> twilio("/webhooks/twilio", sms(from, id, text));
            default -> throw new IllegalArgumentException(channel);
        };
    }

    static String messenger(String from, String id, String text) {
        return """
                {"object":"page","entry":[{"id":"%s","time":1764000000000,"messaging":[{"sender":{"id":"%s"},\
                "recipient":{"id":"%s"},"timestamp":1764000000000,"message":{"mid":"%s","text":"%s"}}]}]}""".formatted(PAGE, from, PAGE, id, text);
    }

    static String whatsApp(String from, String id, String text) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001000","phone_number_id":"%s"},\
                "contacts":[{"profile":{"name":"Ana"},"wa_id":"%s"}],"messages":[{"from":"%s","id":"%s",\
                "timestamp":"1764000000","type":"text","text":{"body":"%s"}}]}}]}]}""".formatted(PHONE_ID, from, from, id, text);
    }

    static Map<String, String> sms(String from, String id, String text) {
        return new TreeMap<>(Map.of(
                "MessageSid",
                id,
                "SmsSid",
                id,
                "AccountSid",
                RunningShop.TWILIO_SID,
                "From",
                from,
                "To",
                OUR_NUMBER,
                "Body",
                text,
                "NumMedia",
                "0"));
    }

    /** The platform's word on a message that we sent, where it says nothing else: that it has it. */
    int sayDelivered(OutsideProvider.Sent sent) {
        return sayStatus(
                sent,
                switch (sent.channel()) {
                    case "sms" -> "delivered";
                    case "whatsapp" -> "sent";
                    default -> "echo";
                });
    }

    /** @param status {@code sent}, {@code delivered}, {@code read}; Messenger says these otherwise, and knows the echo alone */
    int sayStatus(OutsideProvider.Sent sent, String status) {
        return switch (sent.channel()) {
            case "sms" ->
                twilio(
                        "/webhooks/twilio/status?reply=" + URLEncoder.encode(sent.tag(), StandardCharsets.UTF_8),
                        new TreeMap<>(Map.of(
                                "MessageSid",
                                sent.id(),
                                "MessageStatus",
                                status,
                                "AccountSid",
                                RunningShop.TWILIO_SID,
                                "From",
                                OUR_NUMBER,
                                "To",
                                sent.to())));
            case "whatsapp" ->
                meta("/webhooks/whatsapp", """
                        {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{\
                        "messaging_product":"whatsapp","metadata":{"display_phone_number":"15550001000",\
                        "phone_number_id":"%s"},"statuses":[{"id":"%s","status":"%s","timestamp":"1764000001",\
                        "recipient_id":"%s","biz_opaque_callback_data":"%s"}]}}]}]}""".formatted(PHONE_ID, sent.id(), status, sent.to(), sent.tag()));
            default -> meta("/webhooks/messenger", """
                        {"object":"page","entry":[{"id":"%s","time":1764000001000,"messaging":[{"sender":{"id":"%s"},\
                        "recipient":{"id":"%s"},"timestamp":1764000001000,"message":{"mid":"%s","is_echo":true,\
                        "app_id":1,"metadata":"%s","text":"…"}}]}]}""".formatted(PAGE, PAGE, sent.to(), sent.id(), sent.tag()));
        };
    }

    int meta(String path, String body) {
        return meta(path, body.getBytes(StandardCharsets.UTF_8), META_SECRET);
    }

    int meta(String path, byte[] body, String secret) {
        return post(path, body, "application/json", "X-Hub-Signature-256", metaSignature(body, secret));
    }

    static String metaSignature(byte[] body) {
        return metaSignature(body, META_SECRET);
    }

    private static String metaSignature(byte[] body, String secret) {
        return "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", secret, body));
    }

    int twilio(String path, Map<String, String> form) {
        return twilio(path, form, TWILIO_TOKEN);
    }

    /** Source of the rule: Twilio docs, "Webhooks security": the URL, then each parameter's name and value, by name. */
    int twilio(String path, Map<String, String> form, String token) {
        var signed = new StringBuilder(shop + path);
        var body = new StringBuilder();
        new TreeMap<>(form).forEach((name, value) -> {
            signed.append(name).append(value);
            body.append(body.isEmpty() ? "" : "&")
                    .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                    .append('=')
                    .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        var signature = hmac("HmacSHA1", token, signed.toString().getBytes(StandardCharsets.UTF_8));
        return post(
                path,
                body.toString().getBytes(StandardCharsets.UTF_8),
                "application/x-www-form-urlencoded",
                "X-Twilio-Signature",
                Base64.getEncoder().encodeToString(signature));
    }

    int post(String path, byte[] body, String type, String header, String value) {
        return send(HttpRequest.newBuilder(shop.resolve(path))
                        .header("Content-Type", type)
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                        .build())
                .statusCode();
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hmac(String algorithm, String secret, byte[] bytes) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
