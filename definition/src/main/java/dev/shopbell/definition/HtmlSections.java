package dev.shopbell.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * A document's text by headings. Markdown becomes HTML first, so that there is one way to read both. What a reader of the
 * page would not see is left out: scripts, styles, forms, navigation, and whatever is hidden.
 */
final class HtmlSections implements NodeVisitor {
    private static final String UNSEEN =
            "script, style, noscript, template, nav, header nav, footer, aside, form, button,"
                    + " iframe, object, svg, canvas, [hidden], [aria-hidden=true], [style*=display:none], [style*=visibility:hidden],"
                    + " [style~=display\\s*:\\s*none], [style~=visibility\\s*:\\s*hidden]";

    private final List<Section> sections = new ArrayList<>();
    private final List<Heading> headings = new ArrayList<>();
    private final List<String> paragraphs = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private boolean listGoesOn;

    private HtmlSections() {}

    private record Heading(int level, String text) {}

    /** @param headings outermost first; empty before the first one */
    record Section(List<String> headings, List<String> paragraphs) {}

    /**
     * @param title what the document calls itself; empty if it does not
     * @param url the page's own address, where it is https; empty if it does not say
     */
    record Parts(String title, String url, List<Section> sections) {}

    static Parts ofMarkdown(String markdown) {
        var extensions = List.of(TablesExtension.create());
        var document = Parser.builder().extensions(extensions).build().parse(markdown);
        return ofHtml(HtmlRenderer.builder().extensions(extensions).build().render(document));
    }

    /** Paragraphs stand between empty lines. */
    static Parts ofPlain(String plain) {
        var paragraphs = plain.split("\\R\\s*\\R", -1);
        var kept = new ArrayList<String>();
        for (var paragraph : paragraphs) {
            var text = oneLine(paragraph);
            if (!text.isEmpty()) {
                kept.add(text);
            }
        }
        return new Parts("", "", kept.isEmpty() ? List.of() : List.of(new Section(List.of(), kept)));
    }

    static Parts ofHtml(String html) {
        var page = Jsoup.parse(html);
        page.select(UNSEEN).remove();
        var reader = new HtmlSections();
        page.body().traverse(reader);
        reader.endSection();
        var first = page.select("h1");
        var title = first.size() == 1 ? first.text() : page.title();
        var canonical = page.select("link[rel=canonical]").attr("href");
        return new Parts(oneLine(title), canonical.matches("https://[^/\\s]+\\S*") ? canonical : "", reader.sections);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\s\\u00A0]+", " ").strip();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            text.append(words.getWholeText());
        } else if (node instanceof Element element) {
            if (isList(element) && element.closest("li") != null) {
                item(); // a list within a list: its items go on as lines of the same paragraph
            } else if (level(element) > 0 || !belongsInLine(element)) {
                endParagraph();
            }
            if (element.nameIs("br")) {
                text.append(' ');
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(level(element));
            case "li" -> item();
            case "tr" -> row(element);
            case "ul", "ol" -> listGoesOn = listGoesOn && element.closest("li") != null;
            default -> {
                if (!belongsInLine(element)) {
                    endParagraph();
                }
            }
        }
    }

    /** Cells are read together, when their row ends. */
    private static boolean belongsInLine(Element element) {
        return !element.isBlock()
                || element.nameIs("li")
                || element.nameIs("tr")
                || element.nameIs("td")
                || element.nameIs("th")
                || inItem(element);
    }

    private static boolean inItem(Element element) {
        return element.nameIs("p")
                && element.parent() != null
                && element.parent().nameIs("li");
    }

    private static boolean isList(Element element) {
        return element.nameIs("ul") || element.nameIs("ol");
    }

    private static int level(Element element) {
        return element.normalName().matches("h[1-6]") ? element.normalName().charAt(1) - '0' : 0;
    }

    private void heading(int level) {
        var words = taken();
        endSection();
        headings.removeIf(heading -> heading.level() >= level);
        if (!words.isEmpty()) {
            headings.add(new Heading(level, words));
        }
    }

    private void item() {
        var words = taken();
        if (!words.isEmpty()) {
            line(Knowledge.Section.ITEM + words);
        }
    }

    /** "Size: small, Price: 22 €": what a cell means stands at the head of its column. */
    private void row(Element row) {
        taken();
        var cells = row.children().eachText();
        var table = row.closest("table");
        var head = table == null ? null : table.selectFirst("thead tr");
        if (row.equals(head) || cells.isEmpty()) {
            return;
        }
        var names = head == null ? List.<String>of() : head.children().eachText();
        var pairs = new ArrayList<String>();
        for (var i = 0; i < cells.size(); i++) {
            pairs.add(names.size() == cells.size() ? names.get(i) + ": " + cells.get(i) : cells.get(i));
        }
        line(Knowledge.Section.ITEM + oneLine(pairs.stream().collect(Collectors.joining(", "))));
    }

    private void line(String line) {
        if (listGoesOn) {
            paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + "\n" + line);
        } else {
            paragraphs.add(line);
            listGoesOn = true;
        }
    }

    private void endParagraph() {
        var words = taken();
        if (!words.isEmpty()) {
            paragraphs.add(words);
            listGoesOn = false;
        }
    }

    private String taken() {
        var words = oneLine(text.toString());
        text.setLength(0);
        return words;
    }

    private void endSection() {
        endParagraph();
        if (!paragraphs.isEmpty()) {
            sections.add(new Section(headings.stream().map(Heading::text).toList(), List.copyOf(paragraphs)));
        }
        paragraphs.clear();
        listGoesOn = false;
    }
}
