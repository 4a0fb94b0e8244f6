package dev.shopbell.definition;

import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Reply;
import dev.shopbell.definition.Attached.Button;
import dev.shopbell.definition.Attached.Card;
import dev.shopbell.definition.Attached.Form;
import dev.shopbell.definition.Attached.Media;
import dev.shopbell.definition.Attached.Place;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what an answer shows besides its words. What a platform could not draw is told here, where it can still be mended.
 *
 * <p>Limits are Messenger's and WhatsApp's, whichever is lower: 10 cards, 3 buttons on each, 80 characters in a line, 20 on
 * a button; their pages are named where the channels write.
 */
final class AttachedReader {

    /** Fields of an intent. */
    static final List<String> KINDS = List.of("cards", "image", "file", "place", "form", "template");

    private static final int LONGEST_LINE = 80;
    static final int LONGEST_BUTTON = 20;
    private static final int MOST_BUTTONS = 3;

    private static final Map<String, MediaKind> BY_EXTENSION = Map.ofEntries(
            Map.entry("jpg", MediaKind.IMAGE),
            Map.entry("jpeg", MediaKind.IMAGE),
            Map.entry("png", MediaKind.IMAGE),
            Map.entry("mp4", MediaKind.VIDEO),
            Map.entry("3gp", MediaKind.VIDEO),
            Map.entry("mp3", MediaKind.AUDIO),
            Map.entry("ogg", MediaKind.AUDIO),
            Map.entry("aac", MediaKind.AUDIO),
            Map.entry("amr", MediaKind.AUDIO),
            Map.entry("m4a", MediaKind.AUDIO));

    private final List<String> languages;

    AttachedReader(List<String> languages) {
        this.languages = languages;
    }

    /** What the intent's answer shows; null if it is words only. */
    @Nullable
    Attached read(YamlNode intent) {
        var shown = KINDS.stream().filter(kind -> intent.at(kind).isPresent()).toList();
        if (shown.isEmpty()) {
            return null;
        }
        var node = intent.at(shown.getFirst());
        if (shown.size() > 1) {
            intent.at(shown.get(1))
                    .problem("An answer shows one thing, and this one shows " + String.join(" and ", shown)
                            + ". Keep one of them, or make cards.");
        }
        if (!intent.at("answer").isPresent()) {
            node.problem(
                    "\"" + shown.getFirst() + "\" needs words beside it, for whoever cannot see it. Add \"answer:\".");
        }
        if (intent.at("choices").isPresent()) {
            node.problem("An answer with \"" + shown.getFirst() + "\" has no \"choices:\" of its own. "
                    + (shown.getFirst().equals("cards")
                            ? "Put them on a card, under \"buttons:\"."
                            : "Remove them, or make it a card with \"buttons:\"."));
        }
        return switch (shown.getFirst()) {
            case "cards" -> Attached.of(cards(node));
            case "image" -> Attached.of(media(node, Optional.of(MediaKind.IMAGE)));
            case "file" -> Attached.of(media(node, Optional.empty()));
            case "place" -> Attached.of(place(node));
            case "form" -> Attached.of(form(node));
            default -> Attached.of(new TemplateReader(languages, this).read(node));
        };
    }

    private List<Card> cards(YamlNode node) {
        var cards = node.items().stream().map(this::card).toList();
        if (cards.isEmpty() || cards.size() > Reply.Cards.MOST) {
            node.problem("There are " + cards.size() + " cards here. Show 1 to " + Reply.Cards.MOST + ".");
        }
        return cards;
    }

    private Card card(YamlNode node) {
        node.allow(List.of("title", "subtitle", "image", "buttons"));
        var buttons = node.at("buttons");
        var read = buttons.items().stream().map(this::button).toList();
        if (read.size() > MOST_BUTTONS) {
            buttons.problem(
                    "A card has room for " + MOST_BUTTONS + " buttons. Remove " + (read.size() - MOST_BUTTONS) + ".");
        }
        return new Card(
                line(node, "title", LONGEST_LINE), optionalLine(node, "subtitle"), url(node.at("image"), false), read);
    }

    private Button button(YamlNode node) {
        if (!node.isMap()) {
            return new Button(
                    node.text("This button is empty. Write the name of an intent, or \"{title: …, url: …}\"."),
                    new Texts(Map.of()),
                    "");
        }
        node.allow(List.of("title", "url"));
        return new Button("", line(node, "title", LONGEST_BUTTON), url(requiredUrl(node), true));
    }

    Media media(YamlNode node, Optional<MediaKind> kind) {
        var isMap = node.isMap();
        if (isMap) {
            node.allow(List.of("url", "name"));
        }
        var url = url(isMap ? requiredUrl(node) : node, true);
        return new Media(
                kind.orElseGet(() -> kindOf(url)),
                url,
                isMap && node.at("name").isPresent() ? line(node, "name", LONGEST_LINE) : same(fileName(url)));
    }

    private static YamlNode requiredUrl(YamlNode node) {
        if (!node.at("url").isPresent()) {
            node.problem("There is no address. Add \"url: https://…\".");
        }
        return node.at("url");
    }

    private static MediaKind kindOf(String url) {
        var name = fileName(url);
        return BY_EXTENSION.getOrDefault(
                name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT), MediaKind.FILE);
    }

    private static String fileName(String url) {
        var path = url.replaceFirst("[?#].*", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    Place place(YamlNode node) {
        node.allow(List.of("latitude", "longitude", "name", "address"));
        for (var degrees : List.of("latitude", "longitude")) {
            if (!node.at(degrees).isPresent()) {
                node.problem("The place has no " + degrees + ". Add \"" + degrees
                        + ":\" in decimal degrees, such as 40.4168.");
            }
        }
        return new Place(
                node.at("latitude").number(0, -90, 90),
                node.at("longitude").number(0, -180, 180),
                optionalLine(node, "name"),
                optionalLine(node, "address"));
    }

    private Form form(YamlNode node) {
        node.allow(List.of("id", "title", "url"));
        if (!node.at("id").isPresent() && !node.at("url").isPresent()) {
            node.problem(
                    "The form is nowhere. Add \"url:\" of a page, and \"id:\" of the WhatsApp Flow if there is one.");
        }
        return new Form(
                node.at("id").textOr(""),
                line(node, "title", LONGEST_BUTTON),
                url(node.at("url"), node.at("url").isPresent()));
    }

    /** Words for all languages, or one of each; no longer than platforms show. */
    Texts line(YamlNode parent, String name, int longest) {
        var node = parent.at(name);
        if (!node.isPresent()) {
            parent.problem("\"" + name + "\" is missing. Add \"" + name + ":\".");
            return new Texts(Map.of());
        }
        var texts = TextsReader.readFact(node, languages);
        texts.byLanguage().values().stream()
                .filter(words -> words.length() > longest)
                .forEach(words -> node.problem("\"" + words + "\" has " + words.length()
                        + " characters; platforms show " + longest + " here. Shorten it."));
        return texts;
    }

    private Texts optionalLine(YamlNode parent, String name) {
        return parent.at(name).isPresent() ? line(parent, name, LONGEST_LINE) : new Texts(Map.of());
    }

    private Texts same(String words) {
        return words.isEmpty()
                ? new Texts(Map.of())
                : new Texts(languages.stream().collect(Collectors.toMap(l -> l, l -> words)));
    }

    /** An address that platforms and pages may open: https and a host. */
    static String url(YamlNode node, boolean required) {
        if (!node.isPresent()) {
            return "";
        }
        var written = node.text(required ? "This address is empty." : "This address is empty. Remove the line.");
        if (!written.isEmpty() && !isHttps(written)) {
            node.problem("\"" + written
                    + "\" is no address that platforms open. Write it like https://shop.example/cake.jpg.");
        }
        return written;
    }

    private static boolean isHttps(String url) {
        try {
            var uri = new URI(url);
            return "https".equals(uri.getScheme()) && uri.getHost() != null;
        } catch (URISyntaxException e) {
            return false; // the caller tells it, with the line
        }
    }
}
