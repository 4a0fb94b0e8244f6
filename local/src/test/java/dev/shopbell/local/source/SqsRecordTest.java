package dev.shopbell.local.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.local.wire.Json;
import java.util.List;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SqsRecordTest {
    @Test
    void has_the_names_that_lambda_gives() {
        var record = SqsRecord.of(Json.parse("""
                        {"MessageId":"m","ReceiptHandle":"r","Body":"b","MD5OfBody":"5","Attributes":
                        {"MessageGroupId":"g","SentTimestamp":"7"},"MessageAttributes":
                        {"k":{"DataType":"String","StringValue":"v"}}}"""), "arn:aws:sqs:us-east-1:000000000000:q.fifo");
        assertThat(record).isEqualTo(Json.parse("""
                        {"messageId":"m","receiptHandle":"r","body":"b","attributes":
                        {"MessageGroupId":"g","SentTimestamp":"7"},"messageAttributes":
                        {"k":{"stringValue":"v","stringListValues":[],"binaryListValues":[],"dataType":"String"}},
                        "md5OfBody":"5","eventSource":"aws:sqs",
                        "eventSourceARN":"arn:aws:sqs:us-east-1:000000000000:q.fifo","awsRegion":"us-east-1"}"""));
    }

    @Test
    void fails_alone_only_where_the_function_names_it() {
        assertThat(BatchFailures.of(
                        Json.parse("{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"}]}"), List.of("a", "b")))
                .hasValueSatisfying(failed -> assertThat(failed).containsExactly("a"));
        assertThat(BatchFailures.of(Json.parse("null"), List.of("a")))
                .hasValueSatisfying(failed -> assertThat(failed).isEmpty());
        assertThat(BatchFailures.of(Json.parse("{\"batchItemFailures\":[{\"itemIdentifier\":\"x\"}]}"), List.of("a")))
                .isEmpty();
        assertThat(BatchFailures.of(Json.parse("{\"batchItemFailures\":[{\"itemIdentifier\":null}]}"), List.of("a")))
                .isEmpty();
    }
}
