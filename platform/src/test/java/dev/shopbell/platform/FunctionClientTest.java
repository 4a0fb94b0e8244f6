package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LogType;

/** A Lambda that answers as it is told to. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class FunctionClientTest {

    private static final String NLU = "arn:aws:lambda:eu-west-1:1:function:nlu:live";

    private final ToldService service = new ToldService();
    private final LambdaClient functions =
            new FunctionClient(service.url(), "eu-west-1", ToldService.CREDENTIALS, Duration.ofSeconds(5));

    FunctionClientTest() throws IOException {}

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void waits_for_what_a_function_says() {
        service.answers(200, "{\"intents\":[\"adiós\"]}");

        var answer = functions.invoke(r -> r.functionName(NLU).payload(SdkBytes.fromUtf8String("{\"text\":\"ñ\"}")));

        assertThat(answer.payload().asUtf8String()).isEqualTo("{\"intents\":[\"adiós\"]}");
        assertThat(answer.functionError()).isNull();
        var asked = service.asked().getFirst();
        assertThat(asked.path())
                .isEqualTo(
                        "/2015-03-31/functions/arn%3Aaws%3Alambda%3Aeu-west-1%3A1%3Afunction%3Anlu%3Alive/invocations");
        assertThat(asked.body()).isEqualTo("{\"text\":\"ñ\"}");
        assertThat(asked.headers()).doesNotContainKey("x-amz-invocation-type");
        assertThat(asked.headers().get("authorization")).contains("/eu-west-1/lambda/aws4_request");
    }

    @Test
    void does_not_wait_for_an_event() {
        service.answers(202, "");

        var answer = functions.invoke(
                r -> r.functionName(NLU).invocationType(InvocationType.EVENT).payload(SdkBytes.fromUtf8String("{}")));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(service.asked().getFirst().headers()).containsEntry("x-amz-invocation-type", "Event");
    }

    @Test
    void tells_when_the_function_itself_failed() {
        service.answers(200, Map.of("X-Amz-Function-Error", "Unhandled"), "{\"errorMessage\":\"x\"}");

        assertThat(functions.invoke(r -> r.functionName(NLU)).functionError()).isEqualTo("Unhandled");
    }

    @Test
    void tries_again_when_there_are_too_many_at_once() {
        service.answers(
                429, Map.of("x-amzn-ErrorType", "TooManyRequestsException:http://x/"), "{\"Message\":\"slow\"}");
        service.answers(200, "{}");

        functions.invoke(r -> r.functionName(NLU));

        assertThat(service.asked()).hasSize(2);
    }

    @Test
    void says_what_is_wrong_and_does_not_try_that_again() {
        service.answers(404, Map.of("x-amzn-ErrorType", "ResourceNotFoundException"), "{\"Message\":\"not found\"}");

        assertThatThrownBy(() -> functions.invoke(r -> r.functionName(NLU)))
                .asInstanceOf(type(LambdaException.class))
                .satisfies(failed -> {
                    assertThat(failed.statusCode()).isEqualTo(404);
                    assertThat(failed.awsErrorDetails().errorCode()).isEqualTo("ResourceNotFoundException");
                });
        assertThat(service.asked()).hasSize(1);
    }

    @Test
    void leaves_out_nothing_that_it_does_not_know() {
        assertThatThrownBy(() -> functions.invoke(r -> r.functionName(NLU).logType(LogType.TAIL)))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThat(service.asked()).isEmpty();
    }
}
