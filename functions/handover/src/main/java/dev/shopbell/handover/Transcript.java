package dev.shopbell.handover;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.conversation.Turn;
import dev.shopbell.platform.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who said what, in a ticket. Words that were held go out in the customer's next turn, in front of its answer: there they are still
 * the words of whoever wrote them, and the entry where they were held waits no longer.
 */
final class Transcript {

    private final List<Turn> turns;
    private final Map<ReplyId, Receipt> receipts;
    private final Function<MediaLink.Which, Optional<String>> links;
    private final long lastHeard;
    private final List<Held> held = new ArrayList<>();

    /**
     * @param turns in their order
     * @param links where a customer's file can be opened; empty if it cannot
     */
    Transcript(List<Turn> turns, Map<ReplyId, Receipt> receipts, Function<MediaLink.Which, Optional<String>> links) {
        this.turns = turns;
        this.receipts = receipts;
        this.links = links;
        this.lastHeard = turns.stream()
                .filter(turn -> turn.speaker() == Turn.Speaker.CUSTOMER)
                .mapToLong(Turn::number)
                .max()
                .orElse(0);
    }

    /** @param agent empty if nobody is named */
    private record Author(boolean isAgent, String agent) {

        static Author of(Turn turn) {
            return new Author(turn.speaker() == Turn.Speaker.AGENT, turn.agent());
        }
    }

    /** Words that wait for the customer to write. */
    private record Held(String text, Author author) {}

    void writeTo(ArrayNode transcript) {
        held.clear();
        for (var turn : turns) {
            addHeard(turn, transcript);
            addReplies(turn, transcript);
        }
    }

    private void addHeard(Turn turn, ArrayNode transcript) {
        if (turn.heard().isEmpty() && turn.attachments().isEmpty()) {
            return;
        }
        var said = transcript
                .addObject()
                .put("from", "customer")
                .put("text", turn.heard())
                .put("at", turn.receivedAt().toString());
        for (var index = 0; index < turn.attachments().size(); index++) {
            var attachment = turn.attachments().get(index);
            var file = said.withArray("attachments").addObject().put("kind", attachment.kind());
            if (!attachment.name().isEmpty()) {
                file.put("name", attachment.name());
            }
            if (!attachment.type().isEmpty()) {
                file.put("type", attachment.type());
            }
            links.apply(new MediaLink.Which(turn.conversation(), turn.number(), index))
                    .ifPresent(href -> file.put("href", href));
        }
    }

    private void addReplies(Turn turn, ArrayNode transcript) {
        var authors = authors(turn);
        for (var index = 0; index < turn.replies().size(); index++) {
            var reply = turn.replies().get(index);
            var author = authors.get(index);
            var said = transcript
                    .addObject()
                    .put("from", author.isAgent() ? "agent" : "bot")
                    .put("text", reply.text())
                    .put("at", turn.decidedAt().toString());
            if (isHeld(turn, reply)) {
                held.add(new Held(reply.text(), author));
                if (turn.number() >= lastHeard) {
                    said.put("waitsFor", "the customer's next message: the platform lets nothing through before");
                }
            }
            TicketJson.addCost(said, turn.conversation(), reply);
            var receipt = receipts.get(turn.replyId(index));
            if (receipt != null) {
                said.put("status", receipt.status().name().toLowerCase(Locale.ROOT));
                if (!receipt.code().isEmpty()) {
                    said.put("error", receipt.code());
                }
            }
            if (!author.agent().isEmpty()) {
                said.put("agent", author.agent());
            }
            if (!reply.choices().isEmpty()) {
                var choices = said.putArray("choices");
                reply.choices().forEach(c -> choices.add(c.title()));
            }
        }
    }

    /** A template goes out at once: it is what asks the customer to write. */
    private static boolean isHeld(Turn turn, Reply reply) {
        return turn.outcome() == Outcome.HELD && !(reply instanceof Reply.Template);
    }

    /** Whose words each reply has: those in front may have been held, and are told by their text. Only the last few are kept. */
    private List<Author> authors(Turn turn) {
        var own = Author.of(turn);
        var authors = new ArrayList<Author>();
        var released = turn.speaker() == Turn.Speaker.CUSTOMER ? List.copyOf(held) : List.<Held>of();
        if (turn.speaker() == Turn.Speaker.CUSTOMER) {
            held.clear();
        }
        var next = 0;
        for (var reply : turn.replies()) {
            var at = indexOf(reply.text(), released, next);
            authors.add(at < 0 ? own : released.get(at).author());
            next = at < 0 ? next : at + 1;
        }
        return authors;
    }

    private static int indexOf(String text, List<Held> released, int from) {
        for (var at = from; at < released.size(); at++) {
            if (released.get(at).text().equals(text)) {
                return at;
            }
        }
        return -1;
    }
}
