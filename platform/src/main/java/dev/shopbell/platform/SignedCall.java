package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * One operation of an AWS service that speaks JSON over REST: signed and sent with the SDK's own parts, without its client
 * for that service (decision 0006). Tried once; whoever calls knows what a second try is worth.
 */
public final class SignedCall {

    private static final Map<String, String> HEADERS = Map.of("Content-Type", "application/json");

    private final SdkHttpClient http;
    private final RequestSigner signer;

    /** @param patience how long an answer may take */
    public SignedCall(RequestSigner signer, Duration patience) {
        this.http = AwsClients.http(patience);
        this.signer = signer;
    }

    /**
     * What came back.
     *
     * @param errorType the error's name, as {@code x-amzn-ErrorType} has it; empty if there is none
     * @param body empty object if it was not JSON
     */
    public record Answer(int status, String errorType, JsonNode body) {}

    /**
     * Posts a body and waits for the answer, whatever its status.
     *
     * @throws IOException if there is no answer; a {@link java.net.SocketTimeoutException} if there is none in time
     * @throws software.amazon.awssdk.core.exception.SdkException if there are no credentials to sign with
     */
    public Answer post(URI url, JsonNode body) throws IOException {
        var bytes = Json.write(body).getBytes(StandardCharsets.UTF_8);
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(url);
        signer.sign(url, HEADERS, bytes).forEach(request::putHeader);
        var answer = http.prepareRequest(HttpExecuteRequest.builder()
                        .request(request.build())
                        .contentStreamProvider(ContentStreamProvider.fromByteArray(bytes))
                        .build())
                .call();
        // "ThrottlingException:http://…": only the name counts.
        var error = answer.httpResponse()
                .firstMatchingHeader("x-amzn-ErrorType")
                .orElse("")
                .replaceFirst(":.*", "");
        try (InputStream content = answer.responseBody()
                .<InputStream>map(stream -> stream)
                .orElseGet(() -> new ByteArrayInputStream(new byte[0]))) {
            return new Answer(answer.httpResponse().statusCode(), error, json(content.readAllBytes()));
        }
    }

    private static JsonNode json(byte[] bytes) {
        try {
            var read = Json.read(bytes);
            return read.isObject() ? read : Json.object();
        } catch (IOException notJson) {
            return Json.object(); // its status tells enough
        }
    }
}
