package dev.shopbell.local.provider;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Identifiers that look like the platforms' own, so that nothing comes to rely on a simpler shape. */
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    private Ids() {}

    /** A Messenger message id: {@code m_} and URL-safe Base64. */
    static String messenger() {
        return "m_" + Base64.getUrlEncoder().withoutPadding().encodeToString(random(48));
    }

    /** A WhatsApp message id: {@code wamid.} and Base64, in which the number of the person is readable. */
    static String whatsApp(String person) {
        return "wamid."
                + Base64.getEncoder()
                        .encodeToString(("HBgL" + person + "VAgARGB" + letters(20))
                                .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    /** A Twilio message SID: {@code SM} and 32 hexadecimal digits. */
    static String twilio() {
        return "SM" + HexFormat.of().formatHex(random(16));
    }

    static String letters(int count) {
        var text = new StringBuilder(count);
        for (var i = 0; i < count; i++) {
            text.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return text.toString();
    }

    private static byte[] random(int count) {
        var bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
