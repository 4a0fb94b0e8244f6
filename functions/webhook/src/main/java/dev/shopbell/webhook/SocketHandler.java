package dev.shopbell.webhook;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.platform.Json;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * The WebSocket API's door: {@code $connect}, {@code $disconnect}, and every frame by {@code $default}.
 *
 * <p>Source: API Gateway developer guide, "Manage connected users and client apps".
 */
@Named("socket")
@Singleton
public class SocketHandler implements RequestStreamHandler {

    private static final Logger LOG = System.getLogger(SocketHandler.class.getName());

    private final AwsEdge aws;

    @Inject
    public SocketHandler(AwsEdge aws) {
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
        var status = status(event);
        waking.run();
        Json.write(Json.object().put("statusCode", status), out);
    }

    private int status(JsonNode event) {
        try {
            return aws.sockets().on(event);
        } catch (RuntimeException failure) {
            LOG.log(Level.ERROR, "A socket''s event was not kept: {0}", Failures.describe(failure));
            return 503;
        }
    }
}
