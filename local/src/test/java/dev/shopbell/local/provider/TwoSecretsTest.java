package dev.shopbell.local.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

/** While one secret takes another's place, a setting holds both. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class TwoSecretsTest extends ProvidersOverHttp {

    @Test
    void of_two_secrets_the_first_is_signed_with() throws Exception {
        secrets = "token, old-one";
        post("/_providers/graph/v23.0/me/messages", HELLO);

        var echo = heard();
        assertThat(signatures.poll(5, TimeUnit.SECONDS)).isEqualTo(Signatures.meta("token", echo));
        assertThat(get("/_providers/settings").body())
                .contains(
                        "\"META_APP_SECRET\":\"token\"",
                        "\"SNS_TOPIC_ARNS\":\"token\"",
                        "\"TWILIO_AUTH_TOKEN\":\"token\"");
    }

    @Test
    void of_two_tokens_the_first_opens_twilio() throws Exception {
        secrets = "token, old-one";
        var form = Map.of(
                "To", "+15550001", "From", "+15550000", "Body", "Hi", "StatusCallback", base + "/status?reply=r");
        var sent = postAs("sid:token", "/_providers/twilio/2010-04-01/Accounts/sid/Messages.json", form);
        assertThat(sent.statusCode()).isEqualTo(201);
        var status = TwilioDelivery.decode(heard());
        assertThat(signatures.poll(5, TimeUnit.SECONDS))
                .isEqualTo(Signatures.twilio("token", base + "/status?reply=r", status));

        var both = postAs("sid:" + secrets, "/_providers/twilio/2010-04-01/Accounts/sid/Messages.json", form);
        assertThat(both.statusCode()).isEqualTo(401);
        var media = "/_providers/twilio/2010-04-01/Accounts/sid/Messages/MM1/Media/7";
        assertThat(postAs("sid:token", media, Map.of()).statusCode()).isEqualTo(404); // known, but it has no such file
        assertThat(postAs("sid:" + secrets, media, Map.of()).statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> postAs(String user, String path, Map<String, String> form)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(base.resolve(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
        var method =
                form.isEmpty() ? request.GET() : request.POST(BodyPublishers.ofString(TwilioDelivery.encode(form)));
        return http.send(method.build(), BodyHandlers.ofString());
    }
}
