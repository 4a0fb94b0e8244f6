package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * Posts to one AWS service over the JDK's connections, signed, without the SDK's way through some thirty stages for each call
 * (decision 0018). Tried as the SDK's standard way is: twice more, after a moment. For many threads.
 */
final class SignedPost {

    private static final int TRIES = 3;

    private static final int FIRST_PAUSE_MILLIS = 50;

    /**
     * The names of errors below 500 that may be tried again. Sources: DynamoDB developer guide, "Error messages and codes"; SQS API
     * reference, "Common errors"; Lambda API reference, "Invoke".
     */
    private static final Set<String> NOT_NOW = Set.of(
            "ProvisionedThroughputExceededException",
            "ThrottlingException",
            "RequestLimitExceeded",
            "RequestThrottled",
            "TooManyRequestsException");

    private final String service;
    private final RequestSigner signer;
    private final Duration patience;

    /**
     * @param service as people call it, for what is said of failures
     * @param patience how long an answer may take
     */
    SignedPost(String service, RequestSigner signer, Duration patience) {
        this.service = service;
        this.signer = signer;
        this.patience = patience;
    }

    /**
     * What came back.
     *
     * @param header by its name, if it is there
     */
    record Answer(int status, Function<String, Optional<String>> header, String body) {

        /** An empty object if there is no body. @throws IOException if it is no JSON */
        JsonNode json() throws IOException {
            return body.isEmpty() ? Json.object() : Json.read(body);
        }

        /** The error's name, without what stands around it: {@code com.amazonaws.sqs#QueueDoesNotExist}, {@code Throttled:http://…}. */
        String errorCode() throws IOException {
            var type = header.apply("x-amzn-ErrorType").orElse("");
            var code = type.isEmpty() ? json().path("__type").asText() : type;
            return code.substring(code.indexOf('#') + 1).replaceFirst(":.*", "");
        }

        String errorMessage() throws IOException {
            return json().path("message").asText(json().path("Message").asText());
        }
    }

    /**
     * Posts and waits for the answer: a good one, or a refusal that it is no use to try again.
     *
     * @throws SdkClientException if there is none after all tries
     */
    Answer post(URI url, Map<String, String> headers, byte[] body) {
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = postOnce(url, headers, body);
                if (attempt == TRIES || answer.status < 400 || !mayBeTriedAgain(answer)) {
                    return answer;
                }
            } catch (IOException broken) {
                if (attempt == TRIES) {
                    throw unreadable(broken);
                }
            }
            pause(attempt);
        }
    }

    /** What to throw for an answer that cannot be read. */
    SdkClientException unreadable(IOException broken) {
        return SdkClientException.create(service + " does not answer: " + broken.getMessage(), broken);
    }

    private Answer postOnce(URI url, Map<String, String> headers, byte[] body) throws IOException {
        HttpURLConnection connection = AwsClients.connection(url, patience);
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        // Not for its size: else the JDK itself repeats a post whose connection broke.
        connection.setFixedLengthStreamingMode(body.length);
        signer.sign(url, headers, body).forEach(connection::setRequestProperty);
        try (var out = connection.getOutputStream()) {
            out.write(body);
        }
        var status = connection.getResponseCode();
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            // To its end, so that the connection is kept.
            var text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Answer(status, name -> Optional.ofNullable(connection.getHeaderField(name)), text);
        }
    }

    private static boolean mayBeTriedAgain(Answer answer) throws IOException {
        return answer.status >= 500 || NOT_NOW.contains(answer.errorCode());
    }

    private void pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(FIRST_PAUSE_MILLIS << (attempt - 1)) + 1L);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SdkClientException.create("Interrupted while waiting for " + service, e);
        }
    }
}
