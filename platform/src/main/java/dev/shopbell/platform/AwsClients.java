package dev.shopbell.platform;

import java.time.Duration;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.core.retry.RetryMode;
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

    private AwsClients() {}

    public static DynamoDbClient dynamoDb() {
        return configure(DynamoDbClient.builder(), Duration.ofSeconds(5))
                .endpointDiscoveryEnabled(false)
                .build();
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
        var region = System.getenv("AWS_REGION");
        return builder.httpClientBuilder(UrlConnectionHttpClient.builder()
                        .connectionTimeout(Duration.ofSeconds(1))
                        .socketTimeout(patience))
                .overrideConfiguration(o -> o.retryStrategy(RetryMode.STANDARD))
                .region(Region.of(region == null ? "us-east-1" : region));
    }
}
