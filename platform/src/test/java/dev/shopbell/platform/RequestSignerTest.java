package dev.shopbell.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RequestSignerTest {

    private static final AwsCredentialsProvider DUMMY =
            StaticCredentialsProvider.create(AwsSessionCredentials.create("AKIDUMMY", "dummy", "session"));

    private static Map<String, String> sign(AwsCredentialsProvider credentials, String body) {
        return new RequestSigner("sms-voice", "eu-west-1", credentials)
                .sign(
                        URI.create("https://sms-voice.eu-west-1.amazonaws.com/"),
                        Map.of("X-Amz-Target", "PinpointSMSVoiceV2.SendTextMessage"),
                        body.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void signs_for_the_service_and_its_region_what_is_to_be_sent() {
        var headers = sign(DUMMY, "{}");
        assertThat(headers)
                .containsEntry("X-Amz-Target", "PinpointSMSVoiceV2.SendTextMessage")
                .containsEntry("X-Amz-Security-Token", "session")
                .containsKey("X-Amz-Date");
        assertThat(headers.get("Authorization"))
                .matches("AWS4-HMAC-SHA256 Credential=AKIDUMMY/[0-9]{8}/eu-west-1/sms-voice/aws4_request, "
                        + "SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*x-amz-target[a-z0-9;-]*, Signature=[0-9a-f]{64}");
    }

    @Test
    void signs_another_body_otherwise() {
        assertThat(sign(DUMMY, "{}").get("Authorization"))
                .isNotEqualTo(sign(DUMMY, "{\"a\":1}").get("Authorization"));
    }

    @Test
    void fails_without_credentials() {
        AwsCredentialsProvider none = () -> {
            throw SdkClientException.create("none");
        };
        assertThatThrownBy(() -> sign(none, "{}")).isInstanceOf(SdkClientException.class);
    }
}
