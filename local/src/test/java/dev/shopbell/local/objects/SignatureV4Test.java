package dev.shopbell.local.objects;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** AWS' own examples, whose keys and signatures its documentation tells. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class SignatureV4Test {
    private static final SignatureV4 SIGNATURES =
            new SignatureV4("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    private static final Instant THEN = Instant.parse("2013-05-24T00:00:00Z");
    private static final Map<String, String> HOST = Map.of("host", "examplebucket.s3.amazonaws.com");
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** Source: S3 API reference, "Authenticating Requests: Using Query Parameters", An Example. */
    private static final String QUERY = "X-Amz-Algorithm=AWS4-HMAC-SHA256"
            + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
            + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
            + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";

    private static SignatureV4.Request get(String path, String query, Map<String, String> headers) {
        return new SignatureV4.Request("GET", path, query, headers, EMPTY);
    }

    @Test
    void admits_a_signed_address_until_its_time_is_over() {
        var request = get("/test.txt", QUERY, HOST);
        assertThat(SIGNATURES.refusal(request, THEN)).isEmpty();
        assertThat(SIGNATURES.refusal(request, THEN.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(SIGNATURES.refusal(request, THEN.plus(Duration.ofHours(24)).plusSeconds(1)))
                .contains("AccessDenied");
        assertThat(SIGNATURES.refusal(request, THEN.minus(Duration.ofHours(1)))).contains("AccessDenied");
    }

    @ParameterizedTest
    @CsvSource({
        "86400, 86399",
        "d404, d405",
        "20130524T000000Z, 20130524T000001Z",
        "us-east-1, us-west-1",
        "SignedHeaders=host, SignedHeaders=range",
        "Algorithm=AWS4-HMAC-SHA256, Algorithm=none"
    })
    void refuses_an_address_that_was_changed(String what, String into) {
        assertThat(SIGNATURES.refusal(get("/test.txt", QUERY.replace(what, into), HOST), THEN))
                .isPresent();
    }

    @Test
    void refuses_the_address_for_anything_else() {
        assertThat(SIGNATURES.refusal(get("/other.txt", QUERY, HOST), THEN)).contains("SignatureDoesNotMatch");
        assertThat(SIGNATURES.refusal(new SignatureV4.Request("PUT", "/test.txt", QUERY, HOST, EMPTY), THEN))
                .contains("SignatureDoesNotMatch");
        assertThat(SIGNATURES.refusal(get("/test.txt", QUERY + "&response-content-type=text%2Fhtml", HOST), THEN))
                .contains("SignatureDoesNotMatch");
        assertThat(SIGNATURES.refusal(get("/test.txt", QUERY, Map.of("host", "other")), THEN))
                .contains("SignatureDoesNotMatch");
    }

    @Test
    void refuses_what_is_not_signed() {
        assertThat(SIGNATURES.refusal(get("/test.txt", "", HOST), THEN)).contains("AccessDenied");
        assertThat(SIGNATURES.refusal(
                        get("/test.txt", QUERY.replace("AKIAIOSFODNN7EXAMPLE", "AKIASOMEBODY"), HOST), THEN))
                .contains("InvalidAccessKeyId");
    }

    /** Source: S3 API reference, "Authenticating Requests: Using the Authorization Header", GET Object. */
    @Test
    void admits_a_signed_header_over_the_very_body() {
        var headers = Map.of(
                "host",
                "examplebucket.s3.amazonaws.com",
                "range",
                "bytes=0-9",
                "x-amz-content-sha256",
                EMPTY,
                "x-amz-date",
                "20130524T000000Z",
                "authorization",
                "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                        + "SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,"
                        + "Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41");
        assertThat(SIGNATURES.refusal(get("/test.txt", "", headers), THEN)).isEmpty();
        var tampered = new SignatureV4.Request("GET", "/test.txt", "", headers, "00".repeat(32));
        assertThat(SIGNATURES.refusal(tampered, THEN)).contains("XAmzContentSHA256Mismatch");
    }
}
