package dev.shopbell.aws;

import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.Escalation;
import dev.shopbell.conversation.InboundMessage;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Outcome;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.Turn;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** People and what they say. */
final class Samples {

    static final ConversationId ANA = ConversationId.parse("whatsapp:1045:34600111222");
    static final ConversationId BEN = ConversationId.parse("sms:+34910000000:+34600333444");
    static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    private Samples() {}

    static Turn turn(long number) {
        return turn(number, "", 1);
    }

    /** @param ticket empty for a turn that calls nobody */
    static Turn turn(long number, String ticket, int priority) {
        return new Turn(
                ANA,
                number,
                new MessageId("whatsapp:wamid." + number),
                Turn.Speaker.CUSTOMER,
                "¿Dónde está mi pedido? 🥐",
                "",
                List.of(new Reply.Text("Out for delivery.")),
                ticket.isEmpty() ? Outcome.ANSWERED : Outcome.ESCALATED,
                "order_status",
                0.875,
                "es",
                ticket,
                ticket.isEmpty()
                        ? null
                        : new Escalation(
                                ticket, "asked", priority, "", "es", "Ana", "4711", Map.of("order", "1042"), List.of()),
                0,
                NOON.plusSeconds(number),
                NOON.plusSeconds(number).plusMillis(250),
                "{\"l\":\"es\"}");
    }

    static Mail mail(ConversationId from, String text) {
        var id = new MessageId(from.channel() + ":" + text);
        return new Mail.CustomerSaid(new InboundMessage.Text(id, from, text), NOON, NOON, "");
    }
}
