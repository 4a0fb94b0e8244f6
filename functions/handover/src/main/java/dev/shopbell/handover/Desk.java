package dev.shopbell.handover;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.channels.Words;
import dev.shopbell.conversation.Mail;
import dev.shopbell.conversation.MessageId;
import dev.shopbell.conversation.Reply;
import dev.shopbell.conversation.ReplyId;
import dev.shopbell.platform.HttpAnswer;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Mailbox;
import dev.shopbell.platform.Receipt;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.TurnTable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** The agent desk's API. Only signed-in agents come this far: the gateway's authorizer saw their token. */
public final class Desk {

    private static final int MOST_TICKETS = 200;
    private static final int MOST_TURNS = 200;
    private static final int LONGEST_REPLY = 4_000;
    private static final Pattern TICKET = Pattern.compile("/desk/api/tickets/(T-[0-9A-Z]{1,20})(/replies|/resolve)?");
    private static final Pattern CLIENT_ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final Tickets tickets;
    private final TurnTable turns;
    private final Receipts receipts;
    private final Mailbox mailbox;
    private final MediaLink links;
    private final AboutCustomer about;
    private final Clock clock;

    public Desk(
            Tickets tickets,
            TurnTable turns,
            Receipts receipts,
            Mailbox mailbox,
            MediaLink links,
            AboutCustomer about,
            Clock clock) {
        this.tickets = tickets;
        this.turns = turns;
        this.receipts = receipts;
        this.mailbox = mailbox;
        this.links = links;
        this.about = about;
        this.clock = clock;
    }

    /** Answers an HTTP API event. */
    public JsonNode handle(JsonNode event) {
        var method = event.path("requestContext").path("http").path("method").asText();
        var path = event.path("rawPath").asText();
        if (method.equals("GET") && path.equals("/desk/api/tickets")) {
            return list(event.path("queryStringParameters").path("status").asText("open"));
        }
        var matcher = TICKET.matcher(path);
        if (!matcher.matches()) {
            return HttpAnswer.problem(404, "There is nothing at " + path + ". Tickets are at /desk/api/tickets.");
        }
        var ticket = tickets.find(matcher.group(1));
        if (ticket.isEmpty()) {
            return HttpAnswer.problem(404, "There is no ticket " + matcher.group(1) + ".");
        }
        var action = matcher.group(2) == null ? "" : matcher.group(2);
        return switch (method + " " + action) {
            case "GET " -> show(ticket.get());
            case "POST /replies" -> reply(ticket.get(), event);
            case "POST /resolve" -> resolve(ticket.get(), agent(event));
            default -> HttpAnswer.problem(405, "This cannot be done with " + method + ".");
        };
    }

    private JsonNode list(String status) {
        return switch (status.toLowerCase(Locale.ROOT)) {
            case "open" -> listed(Ticket.Status.OPEN);
            case "resolved" -> listed(Ticket.Status.RESOLVED);
            default -> HttpAnswer.problem(400, "The status \"" + status + "\" is not known. Use open or resolved.");
        };
    }

    private JsonNode listed(Ticket.Status status) {
        var body = Json.object();
        var list = body.putArray("tickets");
        tickets.list(status, MOST_TICKETS).forEach(t -> list.add(TicketJson.summary(t)));
        return HttpAnswer.json(200, body);
    }

    private JsonNode show(Ticket ticket) {
        var last = turns.last(ticket.conversation(), MOST_TURNS);
        Map<ReplyId, Receipt> known = last.isEmpty()
                ? Map.of()
                : receipts.between(
                        ticket.conversation(),
                        last.getFirst().number(),
                        last.getLast().number());
        var now = clock.instant();
        var whole = TicketJson.whole(ticket, last, known, file -> links.to(file, now, MediaLink.FOR_AGENTS));
        about.of(ticket).ifPresent(customer -> whole.set("customer", customer));
        return HttpAnswer.json(200, whole);
    }

    private JsonNode reply(Ticket ticket, JsonNode event) {
        if (ticket.status() != Ticket.Status.OPEN) {
            return HttpAnswer.problem(409, "Ticket " + ticket.id() + " is resolved; the bot has the conversation.");
        }
        var body = body(event);
        var text = Words.outgoing(body.path("text").asText("")).strip();
        if (text.isEmpty() || text.length() > LONGEST_REPLY) {
            return HttpAnswer.problem(
                    400,
                    "Send {\"text\": \"…\"} with 1 to " + LONGEST_REPLY + " characters; this has " + text.length()
                            + ".");
        }
        var id = body.path("id").asText(UUID.randomUUID().toString());
        if (!CLIENT_ID.matcher(id).matches()) {
            return HttpAnswer.problem(400, "An \"id\" has up to 64 letters, digits, - or _.");
        }
        var message = new MessageId("desk:" + ticket.id() + ":" + id);
        mailbox.deliver(List.of(
                new Mail.AgentSaid(message, ticket.conversation(), ticket.id(), agent(event), text, clock.instant())));
        var answer = Json.object().put("id", id);
        TicketJson.addCost(answer, ticket.conversation(), new Reply.Text(text));
        return HttpAnswer.json(202, answer);
    }

    private JsonNode resolve(Ticket ticket, String agent) {
        handBack(ticket, agent);
        return HttpAnswer.json(202, Json.object().put("id", ticket.id()).put("status", "resolved"));
    }

    /** First the mail, then the mark: should this stop half-way, resolving again completes it, and the mail counts once. */
    void handBack(Ticket ticket, String agent) {
        var message = new MessageId("desk:" + ticket.id() + ":resolve");
        mailbox.deliver(
                List.of(new Mail.HandedBack(message, ticket.conversation(), ticket.id(), agent, clock.instant())));
        tickets.resolve(ticket.id(), agent, clock.instant());
    }

    private static String agent(JsonNode event) {
        var claims = event.path("requestContext").path("authorizer").path("jwt").path("claims");
        return claims.path("email").asText(claims.path("sub").asText("agent"));
    }

    private static JsonNode body(JsonNode event) {
        var body = event.path("body").asText("");
        try {
            return event.path("isBase64Encoded").asBoolean()
                    ? Json.read(Base64.getDecoder().decode(body.getBytes(StandardCharsets.US_ASCII)))
                    : Json.read(body);
        } catch (IOException | IllegalArgumentException notJson) {
            return Json.object(); // refused below for what it lacks, with the shape that is wanted
        }
    }
}
