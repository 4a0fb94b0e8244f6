package dev.shopbell.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
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
 * The clients as every function wants them: the way that is quickest to start, and time-outs short enough to fail and retry
 * inside an invocation. {@code AWS_ENDPOINT_URL} and its kin are honoured.
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
        return new TableClient(endpoint("dynamodb"), region(), credentials(), Duration.ofSeconds(5));
    }

    /** The queues, by the shorter way. */
    public static SqsClient sqs() {
        return new QueueClient(endpoint("sqs"), region(), credentials(), Duration.ofSeconds(5));
    }

    /**
     * The functions, by the shorter way.
     *
     * @param patience how long an invoked function may take, its cold start included
     */
    public static LambdaClient lambda(Duration patience) {
        return new FunctionClient(endpoint("lambda"), region(), credentials(), patience);
    }

    /**
     * Who the function is. Lambda says so in its variables, or under SnapStart at a local address. The SDK's chain looks there as well,
     * but is built of a dozen parts first, for each client anew: some hundredths of a second of a cold start.
     *
     * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-activate.html">Lambda developer guide, "Activating and managing
     *     Lambda SnapStart"</a>
     */
    static AwsCredentialsProvider credentials() {
        return System.getenv("AWS_ACCESS_KEY_ID") == null
                ? DefaultCredentialsProvider.builder().build()
                : EnvironmentVariableCredentialsProvider.create();
    }

    /** The region's own, or the one that {@code AWS_ENDPOINT_URL_…} or {@code AWS_ENDPOINT_URL} names; with a slash at its end. */
    static URI endpoint(String service) {
        var region = region();
        var own = "https://" + service + "." + region + ".amazonaws.com" + (region.startsWith("cn-") ? ".cn" : "");
        var named = System.getenv("AWS_ENDPOINT_URL_" + service.toUpperCase(Locale.ROOT));
        return URI.create(first(named, first(System.getenv("AWS_ENDPOINT_URL"), own)) + "/");
    }

    static String region() {
        return first(System.getenv("AWS_REGION"), "us-east-1");
    }

    private static String first(@Nullable String one, String other) {
        return one == null || one.isEmpty() ? other : one;
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
