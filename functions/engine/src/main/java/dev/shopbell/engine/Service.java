package dev.shopbell.engine;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.engine.EngineTrouble.Kind;
import dev.shopbell.platform.SignedCall;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.URI;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A service of AWS's that is asked for an understanding, and the one place where its errors are told apart. Lex and Bedrock
 * have the same families of errors by the same statuses.
 *
 * @param name for people
 * @param permission what the function's role needs
 * @param settings which settings name what is asked, for people
 * @see <a href="https://docs.aws.amazon.com/lexv2/latest/APIReference/API_runtime_RecognizeText.html">Lex API reference,
 *     "RecognizeText", Errors</a>
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">Bedrock API reference,
 *     "Converse", Errors</a>
 */
record Service(String name, String permission, String settings, SignedCall call) {

    /** @throws EngineTrouble unless the answer is a 200 with JSON */
    JsonNode ask(URI url, JsonNode body) {
        try {
            var answer = call.post(url, body);
            if (answer.status() != 200) {
                throw trouble(answer.status(), answer.errorType());
            }
            return answer.body();
        } catch (SocketTimeoutException e) {
            throw new EngineTrouble(
                    Kind.TIMEOUT,
                    name + " did not answer in time. If that is often, raise SecondEngineMillis or take a quicker one.",
                    e);
        } catch (IOException e) {
            throw new EngineTrouble(Kind.BROKEN, name + " could not be reached at " + url.getHost() + ".", e);
        } catch (SdkException e) {
            throw new EngineTrouble(Kind.DENIED, "There are no credentials to sign a request to " + name + " with.", e);
        }
    }

    private EngineTrouble trouble(int status, String type) {
        var said = name + " answers " + status + (type.isEmpty() ? "" : " " + type) + ". ";
        if (type.equals("ModelTimeoutException") || status == 408) {
            return new EngineTrouble(Kind.TIMEOUT, said + "The model took too long; take a quicker one.", null);
        }
        // Bedrock says 429 of a model that is not loaded yet, too; and 503 when the whole service is busy.
        if (status == 429) {
            return new EngineTrouble(
                    Kind.THROTTLED, said + "Lower SecondEngineShare, or ask AWS for a higher quota.", null);
        }
        return switch (status) {
            case 401, 403 ->
                new EngineTrouble(
                        Kind.DENIED,
                        said + "The function needs " + permission + " on what " + settings
                                + " name, and the account access to it.",
                        null);
            case 400, 404, 409, 422 ->
                new EngineTrouble(
                        Kind.MISCONFIGURED, said + "Check " + settings + ", and that they are in this region.", null);
            default -> new EngineTrouble(Kind.BROKEN, said + "Our own engine answers meanwhile.", null);
        };
    }
}
