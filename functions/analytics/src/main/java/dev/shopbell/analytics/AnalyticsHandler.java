package dev.shopbell.analytics;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.platform.AwsClients;
import dev.shopbell.platform.Environment;
import dev.shopbell.platform.HttpAnswer;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.Rehearsal;
import dev.shopbell.platform.RetryableFailure;
import io.quarkus.runtime.Startup;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The analytics function's doors: the table stream, the desk's question for numbers, and a trial to be resumed. */
@Startup
@Singleton
@Named("analytics")
public class AnalyticsHandler implements RequestStreamHandler {

    private static final Logger LOG = Logger.getLogger(AnalyticsHandler.class.getName());

    private final CountTurns count;
    private final ShowStats show;
    private final ResumeTrial resume;
    private final Rehearsal rehearsal;

    public AnalyticsHandler() {
        var clock = Clock.systemUTC();
        var dynamo = AwsClients.dynamoDb();
        var table = Environment.require("COUNTERS_TABLE");
        var counters = new Counters(dynamo, table);
        var trials = new Trials(dynamo, table);
        count = new CountTurns(counters, new WatchTrials(trials, clock), clock, System.out);
        show = new ShowStats(counters, trials, clock);
        resume = new ResumeTrial(trials);
        rehearsal = Rehearsal.beforeSnapshot(() -> {
            var tally = new Tally();
            tally.add(Map.of(
                    "pk", AttributeValue.fromS("web:rehearsal:nobody"),
                    "sk", AttributeValue.fromS("t#0000000001"),
                    "v", AttributeValue.fromN("1"),
                    "out", AttributeValue.fromS("ANSWERED")));
            counters.rehearse(Tally.fromState(tally.toState()), Instant.EPOCH);
            counters.ofHour(Instant.EPOCH);
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
        return event.path("requestContext").has("http") ? served(event) : count.run(event);
    }

    private JsonNode served(JsonNode event) {
        try {
            return event.path("rawPath").asText().endsWith(ResumeTrial.PATH)
                    ? resume.handle(event)
                    : show.handle(event);
        } catch (RetryableFailure e) {
            LOG.log(Level.WARNING, "The counters could not be shown", e);
            return HttpAnswer.problem(503, "The counters do not answer just now. Try again in a moment.");
        }
    }
}
