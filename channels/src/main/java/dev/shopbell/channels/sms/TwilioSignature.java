package dev.shopbell.channels.sms;

import dev.shopbell.channels.Hmac;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How Twilio signs: HMAC-SHA1 with the account's auth token over the URL, then every form field, name and value, sorted by
 * name; of a repeated name each value once, sorted. A JSON body is not a form: its SHA-256 stands in the URL as
 * {@code bodySHA256}.
 *
 * <p>Twilio signs the URL now with and now without its standard port, and of an apostrophe in the query one of two
 * spellings; each is tried. Source: twilio.com/docs/usage/security, "Validating requests" and "Notes on SSL".
 */
final class TwilioSignature {

    private TwilioSignature() {}

    static boolean isForForm(String authToken, String url, List<Map.Entry<String, String>> fields, String signature) {
        var valuesByName = new TreeMap<String, Set<String>>();
        for (var field : fields) {
            valuesByName
                    .computeIfAbsent(field.getKey(), name -> new TreeSet<>())
                    .add(field.getValue());
        }
        var signed = new StringBuilder();
        valuesByName.forEach(
                (name, values) -> values.forEach(value -> signed.append(name).append(value)));
        return matches(authToken, url, signed.toString(), signature);
    }

    static boolean isForJson(String authToken, String url, String bodySha256, byte[] body, String signature) {
        return Hmac.same(Hmac.sha256Hex(body), bodySha256) && matches(authToken, url, "", signature);
    }

    private static boolean matches(String authToken, String url, String fields, String signature) {
        var found = false;
        for (var spelling : spellings(url)) {
            var mac = Hmac.of("HmacSHA1", authToken, (spelling + fields).getBytes(StandardCharsets.UTF_8));
            found |= Hmac.same(Base64.getEncoder().encodeToString(mac), signature);
        }
        return found;
    }

    private static Set<String> spellings(String url) {
        var spellings = new LinkedHashSet<String>();
        for (var quoted : List.of(url, url.replace("'", "%27"), url.replace("%27", "'"))) {
            spellings.add(quoted);
            spellings.add(withPort(quoted));
            spellings.add(withoutPort(quoted));
        }
        return spellings;
    }

    private static String withPort(String url) {
        var end = authorityEnd(url);
        var port = url.startsWith("https:") ? ":443" : ":80";
        return end < 0 || hasPort(url, end) ? url : url.substring(0, end) + port + url.substring(end);
    }

    private static String withoutPort(String url) {
        var end = authorityEnd(url);
        return end < 0 || !hasPort(url, end)
                ? url
                : url.substring(0, url.lastIndexOf(':', end - 1)) + url.substring(end);
    }

    private static int authorityEnd(String url) {
        var start = url.indexOf("://");
        if (start < 0) {
            return -1;
        }
        for (var at = start + 3; at < url.length(); at++) {
            if (url.charAt(at) == '/' || url.charAt(at) == '?') {
                return at;
            }
        }
        return url.length();
    }

    private static boolean hasPort(String url, int authorityEnd) {
        var at = authorityEnd - 1;
        while (at > 0 && Character.isDigit(url.charAt(at))) {
            at--;
        }
        return at < authorityEnd - 1 && url.charAt(at) == ':';
    }
}
