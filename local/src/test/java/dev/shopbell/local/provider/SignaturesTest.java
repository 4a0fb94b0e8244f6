package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class SignaturesTest {
    /** The vector of twilio-java's RequestValidatorTest (MIT). */
    private static final Map<String, String> CALL = Map.of(
            "Digits", "1234",
            "CallSid", "CA1234567890ABCDE",
            "To", "+18005551212",
            "Caller", "+14158675309",
            "From", "+14158675309");

    @Test
    void twilio_signs_the_url_and_the_sorted_parameters() {
        assertThat(Signatures.twilio("12345", "https://mycompany.com/myapp.php?foo=1&bar=2", CALL))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    @Test
    void twilio_signs_a_port_that_is_not_the_usual_one() {
        assertThat(Signatures.twilio("12345", "http://mycompany.com:1234/myapp.php?foo=1&bar=2", CALL))
                .isEqualTo("Zmvh+3yNM1Phv2jhDCwEM3q5ebU=");
    }

    @Test
    void twilio_does_not_sign_the_connection_overrides() {
        assertThat(Signatures.twilio("12345", "https://mycompany.com/myapp.php?foo=1&bar=2#rc=5&rp=all", CALL))
                .isEqualTo("RSOYDt4T1cUTdK1PDd93/VVr8B8=");
    }

    /** The digest of RFC 4231's second test case. */
    @Test
    void meta_signs_the_body_with_sha_256() {
        assertThat(Signatures.meta("Jefe", "what do ya want for nothing?"))
                .isEqualTo("sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }
}
