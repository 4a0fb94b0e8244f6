package dev.shopbell.local.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A client of AWS's JSON protocols, unsigned: the engines on loopback ask for no signature, only for the shape of one.
 * Source: smithy.io, "AWS JSON 1.0 protocol".
 */
public final class JsonProtocol {
    /** Shared by everything that talks on loopback; HTTP/1.1, as the engines do. */
    public static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private static final String UNSIGNED =
            "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/%s/aws4_request, SignedHeaders=host, Signature=0";

    private final URI endpoint;
    private final String targetPrefix;
    private final String authorization;

    /**
     * A client of one service.
     *
     * @param targetPrefix what stands before the operation in {@code X-Amz-Target}, such as {@code AmazonSQS}
     * @param service the service's name in a signature, such as {@code sqs}
     */
    public JsonProtocol(URI endpoint, String targetPrefix, String service) {
        this.endpoint = endpoint;
        this.targetPrefix = targetPrefix;
        this.authorization = UNSIGNED.formatted(service);
    }

    /**
     * Calls one operation and waits for its answer, 30 seconds at the most.
     *
     * @throws ServiceFailure when the service refuses
     * @throws IOException when it does not answer
     */
    public JsonNode call(String operation, JsonNode request) throws IOException, InterruptedException {
        var response = HTTP.send(
                HttpRequest.newBuilder(endpoint.resolve("/"))
                        .timeout(Duration.ofSeconds(30))
                        .header("Content-Type", "application/x-amz-json-1.0")
                        .header("X-Amz-Target", targetPrefix + "." + operation)
                        .header("X-Amz-Date", "20260101T000000Z")
                        .header("Authorization", authorization)
                        .POST(BodyPublishers.ofByteArray(Json.bytes(request)))
                        .build(),
                BodyHandlers.ofByteArray());
        JsonNode body = response.body().length == 0 ? Json.object() : Json.parse(response.body());
        if (response.statusCode() >= 300) {
            String type = body.path("__type").asText();
            throw new ServiceFailure(
                    operation,
                    type.substring(type.lastIndexOf('#') + 1),
                    body.path("message").asText(body.path("Message").asText()));
        }
        return body;
    }

    /** A service refused an operation. */
    public static final class ServiceFailure extends IOException {
        private final String code;

        ServiceFailure(String operation, String code, String message) {
            super(operation + ": " + code + ": " + message);
            this.code = code;
        }

        /** The error's name, such as {@code ResourceNotFoundException}. */
        public String code() {
            return code;
        }
    }
}
