package dev.shopbell.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How the platforms sign what they send to a webhook. */
public final class Signatures {
    private Signatures() {}

    /**
     * The value of {@code X-Hub-Signature-256}: an HMAC over the raw bytes of the body (UTF-8 here), keyed with the app secret. Source:
     * developers.facebook.com/docs/messenger-platform/webhooks, "Validate payloads".
     */
    public static String meta(String appSecret, String body) {
        return "sha256=" + HexFormat.of().formatHex(hmac("HmacSHA256", appSecret, body.getBytes(UTF_8)));
    }

    /**
     * The value of {@code X-Twilio-Signature}: an HMAC over the URL followed by every parameter's name and value, sorted by
     * name, keyed with the auth token. A fragment (Twilio's connection overrides) stays with Twilio and is not signed.
     * Source: twilio.com/docs/usage/security, "Validating requests".
     *
     * @param url as configured at Twilio, query included
     */
    public static String twilio(String authToken, String url, Map<String, String> parameters) {
        var signed = new StringBuilder(withoutFragment(url));
        new TreeMap<>(parameters).forEach((name, value) -> signed.append(name).append(value));
        return Base64.getEncoder()
                .encodeToString(hmac("HmacSHA1", authToken, signed.toString().getBytes(UTF_8)));
    }

    private static String withoutFragment(String url) {
        var hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }

    private static byte[] hmac(String algorithm, String key, byte[] content) {
        try {
            var mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec(key.getBytes(UTF_8), algorithm));
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This JDK lacks " + algorithm, e);
        }
    }
}
