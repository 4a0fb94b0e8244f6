package dev.shopbell.dialogue;

import dev.shopbell.platform.AwsClients;
import dev.shopbell.platform.Environment;
import dev.shopbell.platform.Opinions;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;

/** Reads from the function's environment whether there is a second engine; without one, nothing of it is loaded. */
final class SecondEngineSettings {

    /** On top of the limit: what is given up is to end by itself. */
    private static final Duration LEFT_TO_END = Duration.ofSeconds(2);

    private SecondEngineSettings() {}

    static Hearings hearings(Understands own, DynamoDbClient dynamo, String conversations, Clock clock) {
        var name = System.getenv("SECOND_ENGINE_NAME");
        if (name == null || name.isEmpty()) {
            return Hearings.NONE;
        }
        var limit = Duration.ofMillis(Long.parseLong(Environment.require("SECOND_ENGINE_MILLIS")));
        var second = new EngineFunction(
                client(limit.plus(LEFT_TO_END)),
                Environment.require("SECOND_ENGINE_FUNCTION"),
                name,
                limit,
                new Opinions(dynamo, conversations),
                clock);
        return new Trial(
                own,
                second,
                Double.parseDouble(Environment.require("SECOND_ENGINE_SHARE")),
                Environment.require("SECOND_ENGINE_SHADOW").equals("true"),
                new TrialState(dynamo, Environment.require("COUNTERS_TABLE"), name, clock));
    }

    private static LambdaClient client(Duration patience) {
        return AwsClients.configure(LambdaClient.builder(), patience)
                .overrideConfiguration(o -> o.retryStrategy(DefaultRetryStrategy.doNotRetry()))
                .build();
    }
}
