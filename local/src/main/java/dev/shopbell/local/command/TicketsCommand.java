package dev.shopbell.local.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.local.Command;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./bot tickets}: the agent desk in the terminal. */
public final class TicketsCommand implements Command {
    private static final String API = "/desk/api/tickets";

    @Override
    public String name() {
        return "tickets";
    }

    @Override
    public String usage() {
        return "[ID [reply \"text\" | resolve]] [--as EMAIL] [--port P]  who waits for a person, and helping them";
    }

    @Override
    public int run(List<String> args) throws Exception {
        var arguments = Arguments.parse(args, Set.of("as", "port"));
        var words = arguments.words();
        var server = RunningServer.of(arguments);
        var agent = server.signedIn(arguments.option("as").orElse("agent@example.com"));
        if (words.isEmpty()) {
            list(server.get(API, agent));
            return 0;
        }
        var ticket = API + "/" + SimulatedCustomer.encode(words.getFirst());
        switch (words.size() == 1 ? "show" : words.get(1)) {
            case "show" -> show(server.get(ticket, agent), server.base());
            case "reply" -> reply(server, ticket, words, agent);
            case "resolve" -> {
                server.post(ticket + "/resolve", Json.object(), agent);
                System.out.println("Resolved: the bot has the conversation again.");
            }
            default -> throw new CommandFailure("After the ticket's id comes reply \"text\" or resolve, or nothing.");
        }
        return 0;
    }

    private static void reply(RunningServer server, String ticket, List<String> words, Map<String, String> agent)
            throws CommandFailure {
        if (words.size() < 3) {
            throw new CommandFailure("Say what to reply: ./bot tickets " + words.getFirst() + " reply \"I am on it.\"");
        }
        var answer = server.post(
                ticket + "/replies",
                Json.object().put("text", String.join(" ", words.subList(2, words.size()))),
                agent);
        System.out.println("On its way to the customer" + cost(answer) + ".");
    }

    /** What carriers bill for a reply; nothing where it is no SMS. */
    private static String cost(JsonNode reply) {
        return reply.has("segments")
                ? " [SMS segments: " + reply.path("segments").asInt() + ", "
                        + reply.path("encoding").asText() + "]"
                : "";
    }

    private static void list(JsonNode answer) {
        var tickets = answer.path("tickets");
        if (tickets.isEmpty()) {
            System.out.println("Nobody waits for a person.");
            return;
        }
        var table = new Table("ID", "STATUS", "PRIORITY", "REASON", "CHANNEL", "CUSTOMER", "OPENED");
        for (var ticket : tickets) {
            table.row(
                    ticket.path("id").asText(),
                    ticket.path("status").asText(),
                    ticket.path("priority").asText(),
                    ticket.path("reason").asText(),
                    ticket.path("channel").asText(),
                    customer(ticket),
                    ticket.path("openedAt").asText());
        }
        System.out.print(table);
    }

    /** By name if the platform told one, else by address. */
    private static String customer(JsonNode ticket) {
        var name = ticket.path("customerName").asText();
        var conversation = ticket.path("conversationId").asText();
        return name.isEmpty() ? conversation.substring(conversation.lastIndexOf(':') + 1) : name;
    }

    /** Whom the shop says it is, and where else that person writes from. */
    private static void showCustomer(JsonNode customer) {
        if (customer.isMissingNode()) {
            return;
        }
        var id = customer.path("id").asText();
        System.out.println(
                customer.path("proof").asText().equals("login")
                        ? "Logged in as " + id + ", verified by the shop."
                        : "Customer " + id + ", verified by a code from a chat with the shop's login.");
        for (var other : customer.path("conversations")) {
            System.out.println("  also writes from "
                    + other.path("conversationId").asText() + ", known since "
                    + other.path("since").asText()
                    + (other.path("wantsNoMessages").asBoolean() ? ", wants no messages there" : "")
                    + (other.has("ticket") ? ", ticket " + other.path("ticket").asText() : ""));
        }
    }

    /** @param base where the links to files lead to */
    private static void show(JsonNode ticket, URI base) {
        showCustomer(ticket.path("customer"));
        ticket.properties().forEach(field -> {
            if (!List.of("transcript", "customer").contains(field.getKey())
                    && !field.getValue().isNull()) {
                System.out.println(field.getKey() + ": "
                        + (field.getValue().isValueNode() ? field.getValue().asText() : Json.text(field.getValue())));
            }
        });
        for (var line : ticket.path("transcript")) {
            System.out.println("  " + line.path("at").asText() + "  "
                    + line.path("from").asText() + ": " + line.path("text").asText() + cost(line));
            for (var file : line.path("attachments")) {
                var name = file.path("name").asText(file.path("kind").asText());
                System.out.println(
                        "    " + name + ": " + base + file.path("href").asText());
            }
        }
    }
}
