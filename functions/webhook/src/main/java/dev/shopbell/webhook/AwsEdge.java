package dev.shopbell.webhook;

import dev.shopbell.channels.web.WebChannel;
import dev.shopbell.conversation.ConversationId;
import dev.shopbell.conversation.DeliveryReport;
import dev.shopbell.conversation.DeliveryStatus;
import dev.shopbell.platform.AwsClients;
import dev.shopbell.platform.Bucket;
import dev.shopbell.platform.Mailbox;
import dev.shopbell.platform.ParameterStore;
import dev.shopbell.platform.Receipts;
import dev.shopbell.platform.Rehearsal;
import dev.shopbell.platform.Sockets;
import dev.shopbell.platform.SsmSettings;
import dev.shopbell.platform.TurnTable;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What one execution environment holds: the use cases over AWS, built once, before a snapshot is taken. */
@Startup
@Singleton
public class AwsEdge {

    private static final ConversationId NOBODY = new ConversationId(WebChannel.NAME, "health", "nobody");

    private final Edge edge;
    private final VisitorSockets sockets;
    private final WakeFunctions wakeFunctions;
    private final Rehearsal rehearsal;

    /** Reads the function's environment. @throws IllegalStateException naming the variable that is missing */
    public AwsEdge() {
        this(name -> Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank()));
    }

    AwsEdge(Function<String, Optional<String>> environment) {
        var lambda = AwsClients.lambda(Duration.ofSeconds(3));
        wakeFunctions = new WakeFunctions(
                environment.apply("WAKE_FUNCTIONS").stream()
                        .flatMap(list -> Stream.of(list.split(",")))
                        .map(String::strip)
                        .toList(),
                function -> wake(lambda, function));
        if (environment.apply("AWS_LAMBDA_INITIALIZATION_TYPE").equals(Optional.of("on-demand"))) {
            // It is started because there is an event for it, and by then those behind may be under way.
            var unused = wakeFunctions.once();
        }
        var assembly = over(
                AwsClients.sqs(),
                AwsClients.tables(),
                ParameterStore.fromEnvironment(),
                environment.apply("MEDIA_BUCKET").map(Bucket::fromEnvironment),
                environment);
        edge = assembly.edge();
        sockets = assembly.sockets();
        rehearsal = Rehearsal.beforeSnapshot(WebhookRehearsal::run);
    }

    /**
     * The use cases over these clients.
     *
     * @param media where files are put; the socket's function has none, since no file is begun there
     */
    static Assembly over(
            SqsClient sqs,
            DynamoDbClient dynamo,
            ParameterStore parameters,
            Optional<Bucket> media,
            Function<String, Optional<String>> environment) {
        var clock = Clock.systemUTC();
        var queue = required(environment, "INBOUND_QUEUE_URL");
        var table = required(environment, "CONVERSATIONS_TABLE");
        var retention = Duration.ofDays(
                environment.apply("RETENTION_DAYS").map(Long::parseLong).orElse(90L));
        var settings =
                new SsmSettings(parameters, environment.apply("SETTINGS_PATH").orElse("/shopbell"), clock);
        var mailbox = new Mailbox(sqs, queue);
        var receipts = new Receipts(dynamo, table, retention);
        var turns = new TurnTable(dynamo, table, retention);
        Map<String, Runnable> health = Map.of(
                "settings", () -> settings.apply("META_APP_SECRET"),
                "conversations", () -> turns.after(NOBODY, 0, 1),
                "mailbox",
                        () -> sqs.getQueueAttributes(
                                r -> r.queueUrl(queue).attributeNames(QueueAttributeName.QUEUE_ARN)));
        return new Assembly(
                settings,
                mailbox::deliver,
                written(receipts),
                turns::after,
                new Sockets(dynamo, table)::opened,
                new FetchFromSns(settings),
                health,
                environment.apply("SOCKET_URL").orElse(""),
                WebDoor.of(environment, clock),
                media.<StartUpload.Places>map(bucket -> bucket::presignPut).orElse((key, type, size, life) -> {
                    throw new IllegalStateException("The environment variable MEDIA_BUCKET is not set."
                            + " infra/template.yaml sets it for the webhook.");
                }),
                clock);
    }

    private static DeliveryReports written(Receipts receipts) {
        return new DeliveryReports() {
            @Override
            public void note(DeliveryReport report) {
                receipts.report(report);
            }

            @Override
            public void noteUntil(ConversationId conversation, DeliveryStatus status, Instant until) {
                receipts.reached(conversation, status, until);
            }
        };
    }

    Edge edge() {
        return edge;
    }

    VisitorSockets sockets() {
        return sockets;
    }

    WakeFunctions wakeFunctions() {
        return wakeFunctions;
    }

    Rehearsal rehearsal() {
        return rehearsal;
    }

    static void wake(LambdaClient lambda, String function) {
        lambda.invoke(r -> r.functionName(function)
                .invocationType(InvocationType.EVENT)
                .payload(SdkBytes.fromUtf8String("{\"wake\":true}")));
    }

    private static String required(Function<String, Optional<String>> environment, String name) {
        return environment
                .apply(name)
                .orElseThrow(() -> new IllegalStateException(
                        "The environment variable " + name + " is not set. infra/template.yaml sets it."));
    }
}
