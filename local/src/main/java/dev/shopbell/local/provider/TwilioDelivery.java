package dev.shopbell.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The forms that Twilio posts to a webhook. Sources: twilio.com/docs/messaging/guides/webhook-request and
 * twilio.com/docs/messaging/guides/outbound-message-status-in-status-callbacks.
 */
public final class TwilioDelivery {
    private static final String API_VERSION = "2010-04-01";

    private TwilioDelivery() {}

    /** A person sent an SMS to our number. */
    public static Map<String, String> text(String account, String number, String person, String text) {
        var sid = Ids.twilio();
        var form = new LinkedHashMap<String, String>();
        form.put("ToCountry", "US");
        form.put("SmsMessageSid", sid);
        form.put("NumMedia", "0");
        form.put("SmsSid", sid);
        form.put("SmsStatus", "received");
        form.put("Body", text);
        form.put("FromCountry", "US");
        form.put("To", number);
        form.put("NumSegments", "1");
        form.put("MessageSid", sid);
        form.put("AccountSid", account);
        form.put("From", person);
        form.put("ApiVersion", API_VERSION);
        return form;
    }

    /**
     * A person sent an MMS.
     *
     * @param api where the API of Twilio is, which has the file
     */
    public static Map<String, String> file(
            String account, String number, String person, SentFile file, String api, String text) {
        var form = text(account, number, person, text);
        form.put("NumMedia", "1");
        form.put("MediaContentType0", file.type());
        form.put(
                "MediaUrl0",
                api + "/" + API_VERSION + "/Accounts/" + account + "/Messages/" + form.get("MessageSid") + "/Media/"
                        + file.id());
        return form;
    }

    /** A message of ours has come as far as {@code status}: {@code sent}, {@code delivered}, … */
    static Map<String, String> status(String account, String number, String person, String sid, String status) {
        var form = new LinkedHashMap<String, String>();
        form.put("SmsSid", sid);
        form.put("SmsStatus", status);
        form.put("MessageStatus", status);
        form.put("To", person);
        form.put("MessageSid", sid);
        form.put("AccountSid", account);
        form.put("From", number);
        form.put("ApiVersion", API_VERSION);
        return form;
    }

    /** As {@code application/x-www-form-urlencoded}. */
    public static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field ->
                        URLEncoder.encode(field.getKey(), UTF_8) + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The first value of each field of such a form. */
    static Map<String, String> decode(String form) {
        var fields = new LinkedHashMap<String, String>();
        for (var pair : form.split("&", -1)) {
            var equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(
                        URLDecoder.decode(pair.substring(0, equals), UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), UTF_8));
            }
        }
        return fields;
    }
}
