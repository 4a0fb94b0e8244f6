package dev.shopbell.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.shopbell.channels.Transport.Result;
import dev.shopbell.platform.RequestSigner;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignedTransportTest {

    private static final URI URL = URI.create("https://sms-voice.us-east-1.amazonaws.com/");

    private final List<Map<String, String>> posted = new ArrayList<>();
    private final AtomicInteger built = new AtomicInteger();

    private SignedTransport transport(AwsCredentialsProvider credentials) {
        return new SignedTransport(
                (url, headers, body) -> {
                    posted.add(headers);
                    return new Result.Answered(200, Optional.empty(), "{}");
                },
                () -> {
                    built.incrementAndGet();
                    return new RequestSigner("sms-voice", "us-east-1", credentials);
                });
    }

    @Test
    void signs_each_request_by_one_signer_that_is_built_with_the_first() {
        var transport = transport(StaticCredentialsProvider.create(AwsBasicCredentials.create("AKID", "dummy")));
        assertThat(built).hasValue(0);
        transport.post(URL, Map.of("Content-Type", "x"), new byte[0]);
        transport.post(URL, Map.of("Content-Type", "x"), new byte[0]);
        assertThat(built).hasValue(1);
        assertThat(posted).hasSize(2).allSatisfy(headers -> assertThat(headers)
                .containsEntry("Content-Type", "x")
                .containsKey("Authorization"));
    }

    @Test
    void sends_nothing_that_it_cannot_sign() {
        var transport = transport(() -> {
            throw SdkClientException.create("no credentials");
        });
        assertThat(transport.post(URL, Map.of(), new byte[0])).isInstanceOf(Result.NotReached.class);
        assertThat(posted).isEmpty();
    }
}
