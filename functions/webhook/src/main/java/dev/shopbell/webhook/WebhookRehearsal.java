package dev.shopbell.webhook;

import dev.shopbell.channels.Hmac;
import dev.shopbell.channels.WebhookRequest;
import dev.shopbell.platform.Bucket;
import dev.shopbell.platform.FunctionClient;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.ParameterStore;
import dev.shopbell.platform.QueueClient;
import dev.shopbell.platform.RequestSigner;
import dev.shopbell.platform.TableClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

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

    private static final String MESSENGER_DELIVERY = """
            {"object":"page","entry":[{"id":"0","time":1700000000000,"messaging":[{"sender":{"id":"0"},\
            "recipient":{"id":"0"},"timestamp":1700000000000,"message":{"mid":"m_0","text":"Hello"}}]}]}""";

    private static final String FORM = "AccountSid=AC0&Body=Hello&From=%2B10&MessageSid=SM0&NumMedia=0&To=%2B11";

    /** What Twilio signs of the form: names and values, sorted by name. */
    private static final String FORM_SIGNED = "AccountSidAC0BodyHelloFrom+10MessageSidSM0NumMedia0To+11";

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
        var url = URI.create(stub.url() + "/");
        try (var sqs = new QueueClient(url, "us-east-1", credentials, patience);
                var dynamo = new TableClient(url, "us-east-1", credentials, patience);
                var lambda = new FunctionClient(url, "us-east-1", credentials, patience)) {
            var parameters = new ParameterStore("us-east-1", url, credentials);
            var environment = Map.of("INBOUND_QUEUE_URL", stub.url() + "/queue", "CONVERSATIONS_TABLE", "rehearsal");
            var media =
                    new Bucket(new RequestSigner("s3", "us-east-1", credentials), URI.create(stub.url() + "/media/"));
            var assembly = AwsEdge.over(
                    sqs, dynamo, parameters, Optional.of(media), name -> Optional.ofNullable(environment.get(name)));
            new WakeFunctions(List.of("rehearsal"), function -> AwsEdge.wake(lambda, function))
                    .once()
                    .run();
            play(assembly);
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
        deliver(edge, "/webhooks/whatsapp", "X-Hub-Signature-256", signedByMeta(DELIVERY), DELIVERY);
        deliver(
                edge,
                "/webhooks/messenger",
                "X-Hub-Signature-256",
                signedByMeta(MESSENGER_DELIVERY),
                MESSENGER_DELIVERY);
        deliver(edge, "/webhooks/twilio", "X-Twilio-Signature", signedByTwilio("/webhooks/twilio"), FORM);
        edge.answer(new WebhookRequest("GET", "https://localhost/", Map.of(), Map.of(), new byte[0]));
        visit(known, edge);
    }

    /** From the gateway's event to the answer that it gets. */
    private static void deliver(Edge edge, String path, String header, String signature, String body) {
        var event = Json.object().put("rawPath", path).put("body", body);
        event.putObject("headers").put("host", "localhost").put(header, signature);
        event.putObject("requestContext")
                .putObject("http")
                .put("method", "POST")
                .put("sourceIp", "192.0.2.1");
        var status = HttpEvent.read(event)
                .map(edge::answer)
                .map(HttpAnswer::forGateway)
                .map(answer -> answer.path("statusCode").asInt())
                .orElse(0);
        if (status != 200) {
            throw new IllegalStateException("The rehearsed delivery to " + path + " was answered with " + status);
        }
    }

    private static String signedByMeta(String body) {
        return "sha256="
                + HexFormat.of().formatHex(Hmac.of("HmacSHA256", SECRET, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** Over the address as {@code PUBLIC_BASE_URL} has it, which is the secret like every other setting here. */
    private static String signedByTwilio(String path) {
        var signed = (SECRET + path + FORM_SIGNED).getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder().encodeToString(Hmac.of("HmacSHA1", SECRET, signed));
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
