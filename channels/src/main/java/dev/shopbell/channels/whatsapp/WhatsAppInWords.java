package dev.shopbell.channels.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.Facts;
import dev.shopbell.channels.Fields;
import dev.shopbell.channels.InWords;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Says in words what came as a place, contacts, an order or a Flow filled in.
 *
 * <p>Source: developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages - location, contacts,
 * order; .../whatsapp/flows/guides/receiveflowresponse for {@code response_json}.
 */
final class WhatsAppInWords {

    private WhatsAppInWords() {}

    /** Empty if the message holds nothing that can be said. */
    static String of(Facts facts, JsonNode message) {
        return switch (facts.kind()) {
            case "location" -> place(facts, message.path("location"));
            case "flow_reply" ->
                facts.text("flowResponseJson").map(InWords::filledIn).orElse("");
            case "contacts" ->
                Fields.list(message, "contacts").stream()
                        .map(WhatsAppInWords::contact)
                        .filter(line -> !line.isEmpty())
                        .collect(Collectors.joining("\n"));
            case "order" -> order(message.path("order"));
            default -> "";
        };
    }

    private static String place(Facts facts, JsonNode location) {
        return InWords.place(
                Fields.text(location, "name"),
                Fields.text(location, "address"),
                facts.decimal("lat"),
                facts.decimal("lon"));
    }

    private static String contact(JsonNode contact) {
        var phones = Fields.list(contact, "phones").stream()
                .flatMap(phone -> Fields.text(phone, "phone").or(() -> Fields.text(phone, "wa_id")).stream())
                .toList();
        return InWords.contact(
                Fields.text(contact, "name", "formatted_name").or(() -> Fields.text(contact, "name", "first_name")),
                phones);
    }

    /** What the customer wrote with it, then a line an item: {@code 3 × HAMBURGER, 30 ILS}, the price being that of one. */
    private static String order(JsonNode order) {
        return Stream.concat(
                        Fields.text(order, "text").stream(),
                        Fields.list(order, "product_items").stream().map(WhatsAppInWords::item))
                .collect(Collectors.joining("\n"));
    }

    private static String item(JsonNode item) {
        var price = Fields.text(item, "item_price")
                .map(amount ->
                        amount + Fields.text(item, "currency").map(" "::concat).orElse(""));
        return Fields.text(item, "quantity").orElse("1") + " × "
                + Fields.text(item, "product_retailer_id").orElse("?")
                + price.map(", "::concat).orElse("");
    }
}
