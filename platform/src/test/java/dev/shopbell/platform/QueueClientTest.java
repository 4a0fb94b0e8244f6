package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** A queue that answers as it is told to. That a real one means the same is shown by the contract tests of {@code acceptance}. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class QueueClientTest {

    private static final String QUEUE = "https://sqs.eu-west-1.amazonaws.com/1/inbound.fifo";

    private final ToldService service = new ToldService();
    private final SqsClient queues =
            new QueueClient(service.url(), "eu-west-1", ToldService.CREDENTIALS, Duration.ofSeconds(5));

    QueueClientTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    private static SendMessageBatchRequestEntry entry(String id, String body, String deduplicationId) {
        return SendMessageBatchRequestEntry.builder()
                .id(id)
                .messageBody(body)
                .messageGroupId("g")
                .messageDeduplicationId(deduplicationId)
                .build();
    }

    @Test
    void sends_a_batch_as_the_service_wants_it_and_tells_what_failed() throws Exception {
        service.answers(200, """
                {"Successful":[{"Id":"0","MessageId":"m"}],
                 "Failed":[{"Id":"1","Code":"InternalError","Message":"no","SenderFault":false}]}""");

        var answer = queues.sendMessageBatch(
                r -> r.queueUrl(QUEUE).entries(List.of(entry("0", "a", "d"), entry("1", "b", "e"))));

        var asked = service.asked().getFirst();
        assertThat(asked.headers())
                .containsEntry("x-amz-target", "AmazonSQS.SendMessageBatch")
                .containsEntry("content-type", "application/x-amz-json-1.0");
        assertThat(asked.headers().get("authorization")).contains("/eu-west-1/sqs/aws4_request");
        assertThat(Json.read(asked.body())).isEqualTo(Json.read("""
                {"QueueUrl":"%s","Entries":[
                 {"Id":"0","MessageBody":"a","MessageGroupId":"g","MessageDeduplicationId":"d"},
                 {"Id":"1","MessageBody":"b","MessageGroupId":"g","MessageDeduplicationId":"e"}]}""".formatted(QUEUE)));
        assertThat(answer.failed()).hasSize(1);
        assertThat(answer.failed().getFirst().code()).isEqualTo("InternalError");
    }

    @Test
    void sends_one_and_hides_some() throws Exception {
        service.answers(200, "{\"MessageId\":\"m\"}");
        service.answers(200, "{\"Successful\":[{\"Id\":\"0\"}],\"Failed\":[]}");
        service.answers(200, "{\"Attributes\":{}}");

        assertThat(queues.sendMessage(r -> r.queueUrl(QUEUE).messageBody("a")).messageId())
                .isEqualTo("m");
        var hidden = queues.changeMessageVisibilityBatch(r -> r.queueUrl(QUEUE)
                .entries(List.of(ChangeMessageVisibilityBatchRequestEntry.builder()
                        .id("0")
                        .receiptHandle("h")
                        .visibilityTimeout(7)
                        .build())));
        queues.getQueueAttributes(r -> r.queueUrl(QUEUE).attributeNames(QueueAttributeName.QUEUE_ARN));

        assertThat(hidden.failed()).isEmpty();
        assertThat(Json.read(service.asked().get(1).body())
                        .path("Entries")
                        .path(0)
                        .path("VisibilityTimeout")
                        .asInt())
                .isEqualTo(7);
        assertThat(Json.read(service.asked().get(2).body()).path("AttributeNames"))
                .isEqualTo(Json.array().add("QueueArn"));
    }

    @Test
    void tries_again_what_may_be_tried_again() {
        service.answers(400, "{\"__type\":\"com.amazonaws.sqs#RequestThrottled\",\"message\":\"slow\"}");
        service.breaksTheConnection();
        service.answers(200, "{\"MessageId\":\"m\"}");

        queues.sendMessage(r -> r.queueUrl(QUEUE).messageBody("a"));

        assertThat(service.asked()).hasSize(3);
    }

    @Test
    void says_what_is_wrong_and_does_not_try_that_again() {
        service.answers(400, "{\"__type\":\"com.amazonaws.sqs#QueueDoesNotExist\",\"message\":\"no such queue\"}");

        assertThatThrownBy(() -> queues.sendMessage(r -> r.queueUrl(QUEUE).messageBody("a")))
                .asInstanceOf(type(SqsException.class))
                .satisfies(failed ->
                        assertThat(failed.awsErrorDetails().errorCode()).isEqualTo("QueueDoesNotExist"));
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void gives_up_on_a_service_that_is_not_there() {
        for (int i = 0; i < 3; i++) {
            service.breaksTheConnection();
        }
        assertThatThrownBy(() -> queues.sendMessage(r -> r.queueUrl(QUEUE).messageBody("a")))
                .isInstanceOf(SdkClientException.class)
                .hasMessageContaining("SQS does not answer");
    }

    @Test
    void leaves_out_nothing_that_it_does_not_know() {
        assertThatThrownBy(() -> queues.sendMessage(r -> r.queueUrl(QUEUE)
                        .messageAttributes(
                                Map.of("a", MessageAttributeValue.builder().build()))))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining("MessageAttributes");
        assertThat(service.asked()).isEmpty();
    }
}
