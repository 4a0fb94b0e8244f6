package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * One call of Systems Manager's: the parameters under a path. Signed and sent with the SDK's own parts, but without its
 * client for that service, which weighs 6 MB in each package for this single operation (decision 0006).
 *
 * @see <a href="https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_GetParametersByPath.html">Systems
 *     Manager API reference, "GetParametersByPath"</a>
 */
public final class ParameterStore {

    private static final int TRIES = 3;
    private static final Map<String, String> HEADERS =
            Map.of("Content-Type", "application/x-amz-json-1.1", "X-Amz-Target", "AmazonSSM.GetParametersByPath");

    private final SdkHttpClient http = AwsClients.http(Duration.ofSeconds(3));
    private final RequestSigner signer;
    private final URI endpoint;

    /** At an endpoint of the caller's choice. */
    public ParameterStore(String region, URI endpoint, AwsCredentialsProvider credentials) {
        this.signer = new RequestSigner("ssm", region, credentials);
        this.endpoint = endpoint;
    }

    /** The region's own, or the one that {@code AWS_ENDPOINT_URL_SSM} or {@code AWS_ENDPOINT_URL} names. */
    public static ParameterStore fromEnvironment() {
        return new ParameterStore(AwsClients.region(), AwsClients.endpoint("ssm"), AwsClients.credentials());
    }

    /**
     * The parameters right under the path, decrypted: name without the path, to value. Blocks for a request per ten of
     * them.
     *
     * @throws RetryableFailure if Parameter Store does not answer
     */
    public Map<String, String> under(String path) {
        var values = new HashMap<String, String>();
        var token = "";
        do {
            var request =
                    Json.object().put("Path", path).put("WithDecryption", true).put("MaxResults", 10);
            if (!token.isEmpty()) {
                request.put("NextToken", token);
            }
            var page = call(Json.write(request));
            page.path("Parameters")
                    .forEach(p -> values.put(
                            p.path("Name").asText().substring(path.length() + 1),
                            p.path("Value").asText()));
            token = page.path("NextToken").asText("");
        } while (!token.isEmpty());
        return values;
    }

    private JsonNode call(String body) {
        for (int attempt = 1; ; attempt++) {
            try {
                var answer = send(body);
                var status = answer.httpResponse().statusCode();
                try (var content = answer.responseBody().orElseThrow(() -> new IOException("an empty answer"))) {
                    if (status == 200) {
                        return Json.read(content);
                    }
                }
                if (status < 500 || attempt == TRIES) {
                    throw new RetryableFailure("Parameter Store answers " + status, Duration.ZERO, null);
                }
            } catch (IOException | SdkException e) {
                if (attempt == TRIES) {
                    throw new RetryableFailure("Parameter Store does not answer", Duration.ZERO, e);
                }
            }
        }
    }

    private HttpExecuteResponse send(String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(endpoint);
        signer.sign(endpoint, HEADERS, bytes).forEach(request::putHeader);
        var executable = HttpExecuteRequest.builder()
                .request(request.build())
                .contentStreamProvider(ContentStreamProvider.fromByteArray(bytes))
                .build();
        return http.prepareRequest(executable).call();
    }
}
