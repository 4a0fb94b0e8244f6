package dev.shopbell.local.provider;

/**
 * How many segments carriers bill for a text: the platforms' own count, made independently of the bot's. Source: 3GPP TS 23.038,
 * 6.2.1; twilio.com/docs/glossary/what-is-gsm-7-character-encoding.
 */
final class Segments {
    private static final String GSM =
            "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                    + "ÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String GSM_EXTENSION = "\f^{}\\[~]|€";

    private Segments() {}

    static int of(String text) {
        var gsm = text.chars().allMatch(c -> GSM.indexOf(c) >= 0 || GSM_EXTENSION.indexOf(c) >= 0);
        var alone = gsm ? 160 : 70;
        var joined = gsm ? 153 : 67;
        var segments = 1;
        var used = 0;
        var total = 0;
        for (int at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            var size = gsm ? (GSM.indexOf(character) >= 0 ? 1 : 2) : Character.charCount(character);
            if (used + size > joined) {
                segments++;
                used = 0;
            }
            used += size;
            total += size;
            at += Character.charCount(character);
        }
        return total <= alone ? 1 : segments;
    }
}
