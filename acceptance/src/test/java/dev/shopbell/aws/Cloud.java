package dev.shopbell.aws;

import dev.shopbell.platform.QueueClient;
import dev.shopbell.platform.TableClient;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Tables and queues of a test's own, under names that nobody has; they are gone when it is closed. */
final class Cloud implements AutoCloseable {

    private static final AwsCredentialsProvider CREDENTIALS =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    private final DynamoDbClient dynamo;
    private final SqsClient sqs;
    private final List<Runnable> cleaning = new ArrayList<>();

    Cloud() {
        var endpoints = Endpoints.ALL;
        dynamo = client(DynamoDbClient.builder().httpClientBuilder(http()), endpoints.dynamoDb())
                .build();
        sqs = client(SqsClient.builder().httpClientBuilder(http()), endpoints.sqs())
                .build();
    }

    private static UrlConnectionHttpClient.Builder http() {
        return UrlConnectionHttpClient.builder().socketTimeout(Duration.ofSeconds(30));
    }

    private static <B extends AwsClientBuilder<B, ?>> B client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint).region(Region.US_EAST_1).credentialsProvider(CREDENTIALS);
    }

    /** As webhook and dialogue have it: what the classes of the platform promise, they promise over this one. */
    DynamoDbClient dynamo() {
        return new TableClient(
                URI.create(Endpoints.ALL.dynamoDb() + "/"), "us-east-1", CREDENTIALS, Duration.ofSeconds(30));
    }

    /** As handover and analytics have it. */
    DynamoDbClient wholeDynamo() {
        return dynamo;
    }

    SqsClient sqs() {
        return sqs;
    }

    /** As the functions have it. */
    SqsClient shortSqs() {
        return new QueueClient(URI.create(Endpoints.ALL.sqs() + "/"), "us-east-1", CREDENTIALS, Duration.ofSeconds(30));
    }

    /** Keys as the template's ConversationsTable has them. */
    String conversationsTable() {
        var name = unique("conversations");
        dynamo.createTable(r -> r.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("sk"))
                .keySchema(key("pk", KeyType.HASH), key("sk", KeyType.RANGE)));
        return ready(name);
    }

    /** Keys and index as the template's TicketsTable has them. */
    String ticketsTable() {
        var name = unique("tickets");
        dynamo.createTable(r -> r.tableName(name)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(text("pk"), text("status"), text("rank"))
                .keySchema(key("pk", KeyType.HASH))
                .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                        .indexName("by-status")
                        .keySchema(key("status", KeyType.HASH), key("rank", KeyType.RANGE))
                        .projection(p -> p.projectionType(ProjectionType.ALL))
                        .build()));
        return ready(name);
    }

    private String ready(String table) {
        cleaning.add(() -> dynamo.deleteTable(r -> r.tableName(table)));
        try (var waiter = dynamo.waiter()) {
            waiter.waitUntilTableExists(r -> r.tableName(table));
        }
        return table;
    }

    /** @return the URL of a queue like the template's InboundQueue */
    String mailbox() {
        var url = sqs.createQueue(r -> r.queueName(unique("inbound") + ".fifo")
                        .attributes(Map.of(
                                QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.VISIBILITY_TIMEOUT, "30")))
                .queueUrl();
        cleaning.add(() -> sqs.deleteQueue(r -> r.queueUrl(url)));
        return url;
    }

    private static String unique(String what) {
        return "shopbell-test-" + what + "-" + UUID.randomUUID();
    }

    private static AttributeDefinition text(String name) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(ScalarAttributeType.S)
                .build();
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    @Override
    public void close() {
        cleaning.forEach(Runnable::run);
        dynamo.close();
        sqs.close();
    }
}
