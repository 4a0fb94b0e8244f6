package dev.shopbell.conversation;

/**
 * What a text costs as an SMS: carriers bill each segment of it.
 *
 * <p>Source: 3GPP TS 23.038 (ETSI TS 123 038), 6.2.1 "GSM 7 bit Default Alphabet" and 6.2.1.1 its extension table; 3GPP TS
 * 23.040, 9.2.3.24.1 for the header of concatenated messages, which takes 6 bytes of each segment: 160 septets become 153,
 * 70 UTF-16 units become 67. A character is never cut in two: an escaped septet pair or a surrogate pair that does not fit
 * goes into the next segment as a whole.
 *
 * @param count segments, at least 1
 * @param ucs2 whether it is sent in UCS-2, since some character is not in the GSM alphabet
 * @param units septets, or UTF-16 units in UCS-2
 * @param culprit the first character that is not in the GSM alphabet, as a string; empty if all are
 */
public record SmsSegments(int count, boolean ucs2, int units, String culprit) {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Each takes two septets: an escape and its own. */
    private static final String EXTENSION = "^{}\\[~]|€\f";

    private static final int GSM_ALONE = 160;
    private static final int GSM_JOINED = 153;
    private static final int UCS2_ALONE = 70;
    private static final int UCS2_JOINED = 67;

    /** Counts a text as it stands. An empty one is one segment. */
    public static SmsSegments of(String text) {
        var culprit = text.codePoints()
                .filter(c -> septets(c) == 0)
                .mapToObj(Character::toString)
                .findFirst()
                .orElse("");
        var ucs2 = !culprit.isEmpty();
        var units = ucs2
                ? text.length()
                : text.codePoints().map(SmsSegments::septets).sum();
        var count = units <= (ucs2 ? UCS2_ALONE : GSM_ALONE) ? 1 : joined(text, ucs2);
        return new SmsSegments(count, ucs2, units, culprit);
    }

    private static int joined(String text, boolean ucs2) {
        var room = ucs2 ? UCS2_JOINED : GSM_JOINED;
        var segments = 1;
        var used = 0;
        for (int at = 0; at < text.length(); ) {
            var character = text.codePointAt(at);
            var size = ucs2 ? Character.charCount(character) : septets(character);
            if (used + size > room) {
                segments++;
                used = 0;
            }
            used += size;
            at += Character.charCount(character);
        }
        return segments;
    }

    /** 1 or 2; 0 if the GSM alphabet does not have it. */
    private static int septets(int codePoint) {
        return BASIC.indexOf(codePoint) >= 0 ? 1 : EXTENSION.indexOf(codePoint) >= 0 ? 2 : 0;
    }

    /** The text, with typographic characters written plainly if that takes fewer segments; otherwise as it is. */
    public static String cheapest(String text) {
        var before = of(text);
        if (!before.ucs2()) {
            return text;
        }
        var plain = plain(text);
        return of(plain).count() < before.count() ? plain : text;
    }

    /** Quotes, dashes, dots and spaces of typographers as typewriters have them. Letters keep their accents. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.replace(" › ", " > ").codePoints().forEach(character -> {
            switch (character) {
                case '‘', '’', '‚', '‛', '′', '´', '`', '‹', '›', 'ʼ' -> plain.append('\'');
                case '“', '”', '„', '‟', '″', '«', '»' -> plain.append('"');
                case '‐', '‑', '‒', '–', '—', '―', '−' -> plain.append('-');
                case '…' -> plain.append("...");
                case '•', '·', '∙' -> plain.append('-');
                case '⁄' -> plain.append('/');
                case '×' -> plain.append('x');
                case '\t', '\u00A0', '\u2002', '\u2003', '\u2009', '\u200A', '\u2007', '\u202F' -> plain.append(' ');
                case '\u00AD', '\u200B', '\u2060', '\uFEFF' -> {
                    // not to be seen: left out
                }
                default -> plain.appendCodePoint(character);
            }
        });
        return plain.toString();
    }
}
