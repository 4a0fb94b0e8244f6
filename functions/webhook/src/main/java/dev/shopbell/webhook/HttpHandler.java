package dev.shopbell.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.platform.Json;
import dev.shopbell.platform.RetryableFailure;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import software.amazon.awssdk.core.exception.SdkException;

/** The HTTP API's door. Payload 2.0 in, an answer in the same format out; a failure is a status, never a stack trace. */
@Named("webhook")
@Singleton
public class HttpHandler implements RequestStreamHandler {

    private static final Logger LOG = System.getLogger(HttpHandler.class.getName());

    private final AwsEdge aws;

    @Inject
    public HttpHandler(AwsEdge aws) {
        this.aws = aws;
    }

    @Override
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        var event = Json.read(in);
        if (aws.rehearsal().isCalledBy(event)) {
            Json.write(aws.rehearsal().answer(event), out);
            return;
        }
        var waking = aws.wakeFunctions().once();
        var answer = answer(event);
        waking.run();
        Json.write(answer.forGateway(), out);
    }

    private HttpAnswer answer(JsonNode event) {
        try {
            return HttpEvent.read(event)
                    .map(request -> aws.edge().answer(request))
                    .orElseGet(() -> HttpAnswer.refusal(400, "The body is not base64."));
        } catch (RetryableFailure | SdkException notNow) {
            LOG.log(Level.ERROR, "Not kept: {0}", Failures.describe(notNow));
            return HttpAnswer.refusal(503, "Not now. Send it again in a moment.")
                    .with("retry-after", "5");
        } catch (RuntimeException mistake) {
            LOG.log(Level.ERROR, "A mistake of ours: {0}", Failures.describe(mistake));
            return HttpAnswer.refusal(500, "Something went wrong here.");
        }
    }
}
