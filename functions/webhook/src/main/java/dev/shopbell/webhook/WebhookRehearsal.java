package dev.shopbell.webhook;

import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.platform.AwsClients;
import dev.shopbell.platform.Bucket;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.ParameterStore;
import dev.shopbell.platform.RequestSigner;
import dev.shopbell.platform.TableClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * Runs harmless deliveries through the whole of the function before a snapshot is taken (or an AOT cache recorded), so that
 * the first real one finds its classes loaded and its code warm. The SDK talks to a stub on the loopback meanwhile: nothing
 * leaves the environment, no credential is used, nothing is kept.
 */
final class WebhookRehearsal {

    private static final String SECRET = "rehearsal";

    private static final String DELIVERY = """
            {"object":"whatsapp_business_account","entry":[{"id":"0","changes":[{"field":"messages","value":{\
            "messaging_product":"whatsapp","metadata":{"phone_number_id":"0"},"contacts":[{"wa_id":"0"}],\
            "messages":[{"from":"0","id":"wamid.0","timestamp":"1700000000","type":"text","text":{"body":"Hello"}}],\
            "statuses":[{"id":"wamid.0","status":"delivered","timestamp":"1700000000","recipient_id":"0",\
            "biz_opaque_callback_data":"whatsapp:0:0#1.0"}]}}]}]}""";

    private WebhookRehearsal() {}

    /** Plays every way once. @throws UncheckedIOException if the loopback cannot be used */
    static void run() {
        try (var stub = new LoopbackStub()) {
            rehearse(stub);
        } catch (IOException broken) {
            throw new UncheckedIOException("The loopback cannot be used", broken);
        }
    }

    private static void rehearse(LoopbackStub stub) {
        var credentials = StaticCredentialsProvider.create(AwsBasicCredentials.create(SECRET, SECRET));
        var patience = Duration.ofSeconds(2);
        try (var sqs = AwsClients.configure(SqsClient.builder(), patience)
                        .endpointOverride(stub.url())
                        .credentialsProvider(credentials)
                        .build();
                var dynamo = new TableClient(URI.create(stub.url() + "/"), "us-east-1", credentials, patience);
                var lambda = AwsClients.configure(LambdaClient.builder(), patience)
                        .endpointOverride(stub.url())
                        .credentialsProvider(credentials)
                        .build()) {
            var parameters = new ParameterStore("us-east-1", stub.url(), credentials);
            var environment = Map.of("INBOUND_QUEUE_URL", stub.url() + "/queue", "CONVERSATIONS_TABLE", "rehearsal");
            var media =
                    new Bucket(new RequestSigner("s3", "us-east-1", credentials), URI.create(stub.url() + "/media/"));
            var assembly = AwsEdge.over(
                    sqs, dynamo, parameters, Optional.of(media), name -> Optional.ofNullable(environment.get(name)));
            play(assembly);
            AwsEdge.wake(lambda, "rehearsal");
        }
    }

    private static void play(Assembly assembly) {
        // Parameter Store is asked once, of the stub, to know the way; the secrets to play with are our own.
        assembly.health().values().forEach(Runnable::run);
        var known = new Assembly(
                name -> Optional.of(SECRET),
                assembly.inbox(),
                assembly.reports(),
                assembly.turns(),
                assembly.register(),
                assembly.fetch(),
                assembly.health(),
                assembly.socketUrl(),
                assembly.webDoor(),
                assembly.places(),
                assembly.clock());
        var edge = known.edge();
        var body = DELIVERY.getBytes(StandardCharsets.UTF_8);
        var signature = "sha256=" + HexFormat.of().formatHex(Hmac.of("HmacSHA256", SECRET, body));
        edge.answer(new WebhookRequest(
                "POST",
                "https://localhost/webhooks/whatsapp",
                Map.of("X-Hub-Signature-256", signature),
                Map.of(),
                body));
        edge.answer(new WebhookRequest("GET", "https://localhost/", Map.of(), Map.of(), new byte[0]));
        visit(known, edge);
    }

    private static void visit(Assembly assembly, Edge edge) {
        var session = edge.answer(
                new WebhookRequest("POST", "https://localhost/web/sessions", Map.of(), Map.of(), new byte[0]));
        try {
            var token = Json.read(session.body()).path("token").asText();
            var headers = Map.of("Authorization", "Bearer " + token);
            edge.answer(new WebhookRequest("GET", "https://localhost/web/messages", headers, Map.of(), new byte[0]));
            var connect = Json.object();
            connect.putObject("requestContext").put("eventType", "CONNECT").put("connectionId", "0");
            connect.putObject("queryStringParameters").put("token", token);
            assembly.sockets().on(connect);
            var frame = Json.object();
            frame.putObject("requestContext").put("eventType", "MESSAGE").put("connectionId", "0");
            frame.put("body", Json.write(Json.object().put("token", token).put("text", "Hello")));
            assembly.sockets().on(frame);
        } catch (IOException notJson) {
            throw new IllegalStateException("Our own answer is not JSON", notJson);
        }
    }
}
