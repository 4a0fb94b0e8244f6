package dev.shopbell.platform;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvokeRequest;
import software.amazon.awssdk.services.lambda.model.InvokeResponse;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/**
 * Lambda's one operation that the functions call, by the shorter way (decision 0018). The types are the SDK's, and so are the
 * signature and what a failure is. Other operations are not supported, and say so. For many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Lambda API reference, "Invoke"</a>
 */
public final class FunctionClient implements LambdaClient {

    private final URI endpoint;
    private final SignedPost post;

    /**
     * @param endpoint with a slash at its end
     * @param patience how long an invoked function may take, its cold start included
     */
    public FunctionClient(URI endpoint, String region, AwsCredentialsProvider credentials, Duration patience) {
        this.endpoint = endpoint;
        this.post = new SignedPost("Lambda", new RequestSigner(SERVICE_NAME, region, credentials), patience);
    }

    @Override
    public InvokeResponse invoke(InvokeRequest request) {
        if (request.qualifier() != null || request.clientContext() != null || request.logType() != null) {
            throw new UnsupportedOperationException(
                    "FunctionClient sends a name, a type and a payload; add what else is needed");
        }
        var name = URLEncoder.encode(request.functionName(), StandardCharsets.UTF_8);
        var headers = new HashMap<String, String>();
        headers.put("Content-Type", "application/json");
        if (request.invocationTypeAsString() != null) {
            headers.put("X-Amz-Invocation-Type", request.invocationTypeAsString());
        }
        var body = request.payload() == null ? new byte[0] : request.payload().asByteArrayUnsafe();
        var answer = post.post(endpoint.resolve("2015-03-31/functions/" + name + "/invocations"), headers, body);
        if (answer.status() >= 300) {
            throw failure(answer);
        }
        return InvokeResponse.builder()
                .statusCode(answer.status())
                .functionError(answer.header().apply("X-Amz-Function-Error").orElse(null))
                .payload(SdkBytes.fromUtf8String(answer.body()))
                .build();
    }

    private LambdaException failure(SignedPost.Answer answer) {
        try {
            var details =
                    AwsErrorDetails.builder().errorCode(answer.errorCode()).errorMessage(answer.errorMessage());
            return (LambdaException) LambdaException.builder()
                    .message(answer.errorCode() + ": " + answer.errorMessage())
                    .statusCode(answer.status())
                    .awsErrorDetails(details.build())
                    .build();
        } catch (IOException notJson) {
            throw post.unreadable(notJson);
        }
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // The JDK keeps the connections.
    }
}
