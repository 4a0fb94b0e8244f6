package dev.shopbell.nlu.report;

import java.util.Locale;

/** A drawing that reads its title aloud and needs nothing from elsewhere. Lengths are in CSS pixels. */
final class Svg {
    /** Okabe and Ito's colours, told apart with any kind of colour vision. Source: jfly.uni-koeln.de/color. */
    static final String BLUE = "#0072b2";

    static final String ORANGE = "#d55e00";
    static final String INK = "#1b1f24";
    static final String GREY = "#57606a";
    static final String PALE = "#d8dee4";

    private final StringBuilder out = new StringBuilder();

    /** @param description what is to be seen, for those who cannot see it */
    Svg(double width, double height, String title, String description) {
        out.append(format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%s\" height=\"%s\" viewBox=\"0 0 %s %s\" role=\"img\""
                                + " font-family=\"system-ui, sans-serif\">",
                        width, height, width, height))
                .append("<title>")
                .append(Escaped.markup(title))
                .append("</title><desc>")
                .append(Escaped.markup(description))
                .append("</desc>")
                .append(format("<rect width=\"%s\" height=\"%s\" fill=\"#ffffff\"/>\n", width, height));
    }

    Svg box(double x, double y, double width, double height, String fill, String tip) {
        out.append(format("<rect x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"%s\"", x, y, width, height, fill))
                .append(tip.isEmpty() ? "/>\n" : "><title>" + Escaped.markup(tip) + "</title></rect>\n");
        return this;
    }

    Svg dot(double x, double y, double radius, String fill, String tip) {
        out.append(format("<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\">", x, y, radius, fill))
                .append("<title>")
                .append(Escaped.markup(tip))
                .append("</title></circle>\n");
        return this;
    }

    Svg line(double x1, double y1, double x2, double y2, String colour, String dashes) {
        out.append(format("<line x1=\"%s\" y1=\"%s\" x2=\"%s\" y2=\"%s\" stroke=\"%s\"", x1, y1, x2, y2, colour))
                .append(dashes.isEmpty() ? "/>\n" : " stroke-dasharray=\"" + dashes + "\"/>\n");
        return this;
    }

    /** @param anchor {@code start}, {@code middle} or {@code end} */
    Svg text(double x, double y, String words, double size, String anchor, String colour) {
        out.append(format(
                        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\">",
                        x, y, size, anchor, colour))
                .append(Escaped.markup(words))
                .append("</text>\n");
        return this;
    }

    /** Text that is turned about its own place. */
    Svg turned(double x, double y, double degrees, String words, double size, String anchor, String colour) {
        out.append(format(
                        "<text transform=\"translate(%s %s) rotate(%s)\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\">",
                        x, y, degrees, size, anchor, colour))
                .append(Escaped.markup(words))
                .append("</text>\n");
        return this;
    }

    String end() {
        return out.append("</svg>\n").toString();
    }

    /** Numbers with a point and no more digits than can be seen, wherever this runs. */
    private static String format(String pattern, Object... values) {
        var written = new Object[values.length];
        for (var i = 0; i < values.length; i++) {
            written[i] = values[i] instanceof Double number ? number(number) : values[i];
        }
        return String.format(Locale.ROOT, pattern, written);
    }

    private static String number(double value) {
        var written = String.format(Locale.ROOT, "%.2f", value);
        return written.replaceFirst("\\.?0+$", "");
    }
}
