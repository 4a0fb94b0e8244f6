package dev.shopbell.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * The SDK's clients as every function wants them: the HTTP client that is quickest to start, and time-outs short enough
 * to fail and retry inside an invocation. {@code AWS_ENDPOINT_URL} and its kin are honoured by the SDK itself.
 */
public final class AwsClients {

    private static final Duration CONNECT = Duration.ofSeconds(1);

    private AwsClients() {}

    public static DynamoDbClient dynamoDb() {
        return configure(DynamoDbClient.builder(), Duration.ofSeconds(5))
                .endpointDiscoveryEnabled(false)
                .build();
    }

    /** The tables, where items are read and written and no more: by a shorter way than the SDK's. */
    public static DynamoDbClient tables() {
        var region = region();
        var own = "https://dynamodb." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "");
        var endpoint = first(System.getenv("AWS_ENDPOINT_URL_DYNAMODB"), first(System.getenv("AWS_ENDPOINT_URL"), own));
        return new TableClient(
                URI.create(endpoint + "/"),
                region,
                DefaultCredentialsProvider.builder().build(),
                Duration.ofSeconds(5));
    }

    private static String region() {
        return first(System.getenv("AWS_REGION"), "us-east-1");
    }

    private static String first(@Nullable String one, String other) {
        return one == null || one.isEmpty() ? other : one;
    }

    public static SqsClient sqs() {
        return configure(SqsClient.builder(), Duration.ofSeconds(5)).build();
    }

    /** @param patience how long an invoked function may take, its cold start included */
    public static LambdaClient lambda(Duration patience) {
        return configure(LambdaClient.builder(), patience).build();
    }

    /** The same for any other service's client. */
    public static <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B configure(
            B builder, Duration patience) {
        return builder.httpClient(http(patience))
                .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
                .region(Region.of(region()));
    }

    /** @param patience how long an answer may take */
    static SdkHttpClient http(Duration patience) {
        return UrlConnectionHttpClient.create(url -> connection(url, patience));
    }

    /**
     * Connections of our own making, because the client's own way reads the JDK's trust store when it is built: a fifth of
     * a second of a cold start, and on the laptop nothing speaks TLS. The JDK reads it at the first https connection, which
     * the rehearsal before a snapshot makes beforehand.
     */
    static HttpURLConnection connection(URI url, Duration patience) {
        try {
            var connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout((int) CONNECT.toMillis());
            connection.setReadTimeout((int) patience.toMillis());
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            return connection;
        } catch (IOException unusable) {
            throw new UncheckedIOException("Not an address to connect to: " + url, unusable);
        }
    }
}
