package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequest;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageResponse;
import software.amazon.awssdk.services.sqs.model.SqsException;

/**
 * The four operations of SQS that the functions call, by the shorter way (decision 0018). The types are the SDK's, and so are the
 * signature and what a failure is; of an answer it has what we read. Other operations are not supported, and say so. For many threads.
 *
 * @see <a href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-making-api-requests-json.html">SQS
 *     developer guide, "Making query API requests using AWS JSON protocol"</a>
 */
public final class QueueClient implements SqsClient {

    private final URI endpoint;
    private final SignedPost post;

    /**
     * @param endpoint with a slash at its end
     * @param patience how long an answer may take
     */
    public QueueClient(URI endpoint, String region, AwsCredentialsProvider credentials, Duration patience) {
        this.endpoint = endpoint;
        this.post = new SignedPost("SQS", new RequestSigner(SERVICE_NAME, region, credentials), patience);
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        return SendMessageBatchResponse.builder()
                .failed(failed(call("SendMessageBatch", request)))
                .build();
    }

    @Override
    public SendMessageResponse sendMessage(SendMessageRequest request) {
        var answer = call("SendMessage", request);
        return SendMessageResponse.builder()
                .messageId(answer.path("MessageId").asText())
                .build();
    }

    @Override
    public ChangeMessageVisibilityBatchResponse changeMessageVisibilityBatch(
            ChangeMessageVisibilityBatchRequest request) {
        return ChangeMessageVisibilityBatchResponse.builder()
                .failed(failed(call("ChangeMessageVisibilityBatch", request)))
                .build();
    }

    @Override
    public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
        call("GetQueueAttributes", request); // that it is there is all that anybody wants to know
        return GetQueueAttributesResponse.builder().build();
    }

    private static List<BatchResultErrorEntry> failed(JsonNode answer) {
        return answer.path("Failed")
                .valueStream()
                .map(one -> BatchResultErrorEntry.builder()
                        .id(one.path("Id").asText())
                        .code(one.path("Code").asText())
                        .message(one.path("Message").asText())
                        .senderFault(one.path("SenderFault").asBoolean())
                        .build())
                .toList();
    }

    private JsonNode call(String operation, SdkPojo request) {
        var headers = Map.of("Content-Type", "application/x-amz-json-1.0", "X-Amz-Target", "AmazonSQS." + operation);
        var answer = post.post(endpoint, headers, Json.bytes(SdkJson.write(request)));
        try {
            if (answer.status() != 200) {
                throw failure(answer);
            }
            return answer.json();
        } catch (IOException notJson) {
            throw post.unreadable(notJson);
        }
    }

    private static SqsException failure(SignedPost.Answer answer) throws IOException {
        var details = AwsErrorDetails.builder().errorCode(answer.errorCode()).errorMessage(answer.errorMessage());
        return (SqsException) SqsException.builder()
                .message(answer.errorCode() + ": " + answer.errorMessage())
                .statusCode(answer.status())
                .awsErrorDetails(details.build())
                .build();
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
