package dev.shopbell.handover;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.channels.MediaLink;
import dev.shopbell.channels.UrlConnectionDownload;
import dev.shopbell.platform.AwsClients;
import dev.shopbell.platform.Bucket;
import dev.shopbell.platform.Consents;
import dev.shopbell.platform.Customers;
import dev.shopbell.platform.Environment;
import dev.shopbell.platform.HttpAnswer;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Mailbox;
import dev.shopbell.platform.ParameterStore;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.Rehearsal;
import dev.shopbell.platform.RetryableFailure;
import dev.shopbell.platform.SsmSettings;
import dev.shopbell.platform.TurnTable;
import io.quarkus.runtime.Startup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The handover function's doors: the table stream, the desk's API, the files that customers sent, and the clock. */
@Startup
@Singleton
@Named("handover")
public class HandoverHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(HandoverHandler.class.getName());

    private final FollowConversations follow;
    private final Desk desk;
    private final OpenMedia media;
    private final ReturnStaleTickets stale;
    private final Rehearsal rehearsal;

    public HandoverHandler() {
        var clock = Clock.systemUTC();
        var dynamo = AwsClients.dynamoDb();
        var tickets = new Tickets(dynamo, Environment.require("TICKETS_TABLE"));
        // It only reads turns: how long they are kept is the dialogue's to say.
        var turns = new TurnTable(dynamo, Environment.require("CONVERSATIONS_TABLE"), Duration.ZERO);
        var receipts = new Receipts(dynamo, Environment.require("CONVERSATIONS_TABLE"), Duration.ZERO);
        var mailbox = new Mailbox(AwsClients.sqs(), Environment.require("INBOUND_QUEUE_URL"));
        var settings = new SsmSettings(ParameterStore.fromEnvironment(), Environment.require("SETTINGS_PATH"), clock);
        var links = new MediaLink(settings);
        var bucket = Bucket.fromEnvironment(Environment.require("MEDIA_BUCKET"));
        follow = new FollowConversations(tickets);
        var about = new AboutCustomer(
                new Customers(dynamo, Environment.require("CONVERSATIONS_TABLE"), Duration.ZERO),
                new Consents(dynamo, Environment.require("CONVERSATIONS_TABLE")),
                turns);
        desk = new Desk(tickets, turns, receipts, mailbox, links, about, clock);
        var files = new CustomerFiles(turns, settings, new UrlConnectionDownload(), clock);
        media = new OpenMedia(links, files, new KeptFiles(bucket), clock);
        var hours = Long.parseLong(Environment.require("STALE_AFTER_HOURS"));
        stale = new ReturnStaleTickets(tickets, desk, Duration.ofHours(hours), clock);
        rehearsal = Rehearsal.beforeSnapshot(() -> {
            tickets.list(Ticket.Status.OPEN, 1);
            tickets.find("T-0");
            tickets.resolve("T-0", "rehearsal", Instant.EPOCH);
            desk.handle(Json.object().put("rawPath", "/desk/api/"));
            bucket.presignGet("rehearsal", "text/plain", "inline", Duration.ofSeconds(1));
        });
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        Json.write(answer(Json.read(in)), out);
    }

    private JsonNode answer(JsonNode event) {
        if (rehearsal.isCalledBy(event)) {
            return rehearsal.answer(event);
        }
        if (event.path("Records").isArray()) {
            return follow.run(event);
        }
        if (event.path("requestContext").has("http")) {
            return served(event);
        }
        stale.run();
        return Json.object();
    }

    private JsonNode served(JsonNode event) {
        try {
            var path = event.path("rawPath").asText();
            return path.startsWith(MediaLink.PATH)
                    ? media.open(path.substring(MediaLink.PATH.length()))
                    : desk.handle(event);
        } catch (RetryableFailure e) {
            LOG.log(Level.WARNING, "A request could not be answered", e);
            return HttpAnswer.problem(503, "This cannot be done just now. Try again in a moment.");
        }
    }
}
