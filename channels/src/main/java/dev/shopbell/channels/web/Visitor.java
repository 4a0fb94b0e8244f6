package dev.shopbell.channels.web;

import dev.shopbell.conversation.ConversationId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Whose browser it is.
 *
 * <p>A customer who is logged in to the shop is the person {@code customer-<id>} of the conversation, the id percent-encoded:
 * so the same customer finds the same conversation on every device, and whoever has the conversation's id can tell that its
 * customer was verified, and who it is. Strangers are random UUIDs.
 *
 * @param name as the shop signed it; empty for a stranger
 */
public record Visitor(ConversationId conversation, String name) {

    private static final String CUSTOMER = "customer-";

    /** The person of a conversation with the shop's own customer. */
    static String person(String customer) {
        return CUSTOMER + URLEncoder.encode(customer, StandardCharsets.UTF_8);
    }

    /** The shop's own id of the customer, if the shop has signed that this is the one; empty for strangers and other channels. */
    public static Optional<String> customerOf(ConversationId conversation) {
        return conversation.channel().equals(WebChannel.NAME)
                        && conversation.person().startsWith(CUSTOMER)
                ? Optional.of(
                        URLDecoder.decode(conversation.person().substring(CUSTOMER.length()), StandardCharsets.UTF_8))
                : Optional.empty();
    }
}
