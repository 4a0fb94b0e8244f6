package dev.shopbell.channels;

import dev.shopbell.conversation.Button;
import dev.shopbell.conversation.Card;
import dev.shopbell.conversation.Link;
import dev.shopbell.conversation.MediaKind;
import dev.shopbell.conversation.Option;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.TemplateFields;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** One reply of every kind, and of the kinds that are written in several ways one for each. */
final class SampleReplies {

    private static final String SHOP = "https://shop.example/";

    static final Map<String, Reply> ALL = Map.ofEntries(
            Map.entry("text", new Reply.Text("We open at 7:00 – even on Sunday 🥐")),
            Map.entry("three-choices", choices("Which one?", 3, "Choice ")),
            Map.entry("ten-choices", choices("Which one?", 10, "Choice ")),
            Map.entry("thirteen-choices", choices("Which one?", 13, "Choice ")),
            Map.entry("long-titles", choices("Which one?", 2, "A title that is far too long for any button ")),
            Map.entry("endless-titles", choices("Which one?", 2, "A title of many words ".repeat(4))),
            Map.entry(
                    "card-with-replies",
                    cards("Our cakes:", card("Party cake", "For 12, from 38 €", "party.jpg", option("Prices")))),
            Map.entry(
                    "card-with-link",
                    cards("Our cakes:", card("Party cake", "For 12, from 38 €", "party.jpg", link("Order")))),
            Map.entry(
                    "card-with-both",
                    cards("Our cakes:", card("Party cake", "", "", option("Prices"), link("Order"), link("See")))),
            Map.entry(
                    "carousel-of-links",
                    cards(
                            "Our cakes:",
                            card("Party cake", "For 12", "party.jpg", link("Order")),
                            card("Wedding cake", "For 60", "wedding.jpg", link("Order")))),
            Map.entry(
                    "carousel-of-replies",
                    cards(
                            "Our cakes:",
                            card("Party cake", "For 12", "party.jpg", option("Choose party")),
                            card("Wedding cake", "For 60", "wedding.jpg", option("Choose wedding")))),
            Map.entry(
                    "uneven-cards",
                    cards(
                            "Our cakes:",
                            card("Party cake", "For 12", "party.jpg", option("Choose party"), link("See")),
                            card("Wedding cake", "", "", option("Choose wedding")))),
            Map.entry(
                    "bare-cards",
                    cards(
                            "Our cakes:",
                            card("Party cake", "For 12", "", option("Choose party")),
                            card("Wedding cake", "For 60", "", option("Choose wedding")))),
            Map.entry("card-too-wordy", cards("Our cakes:", card("A cake ".repeat(20), "", "", option("Prices")))),
            Map.entry("image", new Reply.Media("Fresh today", MediaKind.IMAGE, SHOP + "today.jpg", "")),
            Map.entry("video", new Reply.Media("How we bake", MediaKind.VIDEO, SHOP + "bake.mp4", "")),
            Map.entry("audio", new Reply.Media("Listen", MediaKind.AUDIO, SHOP + "hello.mp3", "")),
            Map.entry("file", new Reply.Media("The menu", MediaKind.FILE, SHOP + "menu.pdf", "menu.pdf")),
            Map.entry("long-caption", new Reply.Media("bread ".repeat(180), MediaKind.IMAGE, SHOP + "today.jpg", "")),
            Map.entry("place", new Reply.Place("We are here:", 40.4168, -3.7038, "Bakery", "Calle del Horno 12")),
            Map.entry("bare-place", new Reply.Place("We are here:", 40.4168, -3.7038, "", "")),
            Map.entry(
                    "template",
                    new Reply.Template("Your order 1042 is ready.", "order_ready", "en_US", List.of("1042", "18:00"))),
            Map.entry(
                    "template-with-picture",
                    template(
                            new TemplateFields.Picture(MediaKind.IMAGE, SHOP + "order.jpg", ""),
                            List.of(
                                    words("", "Ana"),
                                    new TemplateFields.Money("", "12,50 €", "EUR", 12_500),
                                    new TemplateFields.Moment("", "Friday, 18:00")),
                            new TemplateFields.Answer(new Option("intent:thanks", "Thanks")),
                            new TemplateFields.Answer(new Option("", "Stop")),
                            new TemplateFields.Page("Track", SHOP + "orders/", "1042"),
                            new TemplateFields.Call("Call us", "+34600123456"))),
            Map.entry(
                    "template-with-names",
                    template(
                            words("order_type", "Order 1042"),
                            List.of(words("customer_name", "Ana\nMaría"), new TemplateFields.Moment("day", "Friday")),
                            new TemplateFields.Call("Call us", "+34600123456"),
                            new TemplateFields.Page("Shop", SHOP, ""),
                            new TemplateFields.Code("CAKE10"))),
            Map.entry(
                    "template-with-file",
                    template(
                            new TemplateFields.Picture(MediaKind.FILE, SHOP + "bill.pdf", "bill-1042.pdf"),
                            List.of(),
                            new TemplateFields.Flow("Rate us", "", Map.of("order", "1042", "day", "Friday")))),
            Map.entry(
                    "template-with-place",
                    template(
                            new TemplateFields.Spot(40.4168, -3.7038, "Bakery", "Calle del Horno 12"),
                            List.of(words("", "18:00")))),
            Map.entry("template-without-parameters", new Reply.Template("Hello.", "hello", "es", List.of())),
            Map.entry("form", new Reply.Form("Order a cake:", "987654", "Order a cake", SHOP + "order")),
            Map.entry("form-on-a-page", new Reply.Form("Order a cake:", "", "Order a cake", SHOP + "order")));

    private SampleReplies() {}

    static Reply named(String name) {
        return ALL.getOrDefault(name, new Reply.Text("none"));
    }

    static Reply choices(String text, int count, String title) {
        return new Reply.Choices(
                text,
                IntStream.rangeClosed(1, count)
                        .mapToObj(n -> new Option("value-" + n, title + n))
                        .toList());
    }

    private static Reply template(
            TemplateFields.Header header, List<TemplateFields.Value> body, TemplateFields.Press... buttons) {
        return new Reply.Template(
                "Your order 1042 is ready.",
                "order_ready",
                "en_US",
                new TemplateFields(header, body, List.of(buttons)));
    }

    private static TemplateFields.Words words(String name, String text) {
        return new TemplateFields.Words(name, text);
    }

    private static Reply cards(String text, Card... cards) {
        return new Reply.Cards(text, List.of(cards));
    }

    private static Card card(String title, String subtitle, String image, Button... buttons) {
        return new Card(title, subtitle, image.isEmpty() ? "" : SHOP + image, List.of(buttons));
    }

    private static Option option(String title) {
        return new Option("intent:" + title.toLowerCase(Locale.ROOT).replace(' ', '_'), title);
    }

    private static Link link(String title) {
        return new Link(title, SHOP + title.toLowerCase(Locale.ROOT));
    }
}
