package dev.shopbell.handover;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What a file is given out as. A browser may show pictures, sounds, films and PDFs if they are what they are said to be: told by
 * their first bytes, and not denied by the type under which they came. Anything else is bytes to be saved, whatever it calls
 * itself: so no page or script that a customer sends ever runs.
 *
 * @param contentType what is said of it
 * @param shown whether a browser may show it; otherwise it saves it
 * @see <a href="https://mimesniff.spec.whatwg.org/">MIME Sniffing, 6 "Matching a MIME type pattern"</a>
 */
record FileType(String contentType, boolean shown) {

    private static final FileType BYTES = new FileType("application/octet-stream", false);

    /**
     * @param start the file's first bytes, 16 or more where it has them
     * @param told the content type under which it came; empty if none
     */
    static FileType of(byte[] start, String told) {
        var plain = told.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        var seen = seen(latin1(start), plain);
        return !seen.isEmpty() && agree(seen, plain) ? new FileType(seen, true) : BYTES;
    }

    private static boolean agree(String seen, String told) {
        return told.isEmpty()
                || told.endsWith("/octet-stream")
                || (seen.equals("application/pdf")
                        ? told.equals(seen)
                        : family(seen).equals(family(told)));
    }

    private static String family(String type) {
        return type.split("/", 2)[0];
    }

    private static String seen(String start, String told) {
        if (start.startsWith("\u00ff\u00d8\u00ff")) {
            return "image/jpeg";
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        if (start.startsWith("GIF87a") || start.startsWith("GIF89a")) {
            return "image/gif";
        }
        if (start.startsWith("%PDF-")) {
            return "application/pdf";
        }
        if (start.startsWith("RIFF")) {
            return start.startsWith("WEBP", 8) ? "image/webp" : start.startsWith("WAVE", 8) ? "audio/wav" : "";
        }
        return start.startsWith("ftyp", 4) ? inBoxes(start, told) : sound(start, told);
    }

    /** MPEG-4 and its kin: by what the file says it is compatible with. HEIC pictures are shown by few browsers: saved. */
    private static String inBoxes(String start, String told) {
        var brand = start.substring(8, Math.min(12, start.length()));
        return switch (brand) {
            case "M4A ", "M4B " -> "audio/mp4";
            case "heic", "heix", "mif1", "msf1", "avif" -> "";
            default -> brand.startsWith("3g") ? "video/3gpp" : told.startsWith("audio/") ? "audio/mp4" : "video/mp4";
        };
    }

    private static String sound(String start, String told) {
        if (start.startsWith("OggS")) {
            return told.startsWith("video/") ? "video/ogg" : "audio/ogg";
        }
        if (start.startsWith("\u001aE\u00df\u00a3")) {
            return told.startsWith("audio/") ? "audio/webm" : "video/webm";
        }
        if (start.startsWith("#!AMR")) {
            return "audio/amr";
        }
        if (start.startsWith("ID3") || start.startsWith("\u00ff\u00fb") || start.startsWith("\u00ff\u00f3")) {
            return "audio/mpeg";
        }
        return start.startsWith("\u00ff\u00f1") || start.startsWith("\u00ff\u00f9") ? "audio/aac" : "";
    }

    private static String latin1(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
