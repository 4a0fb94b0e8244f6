package dev.shopbell.platform;

import com.fasterxml.jackson.databind.JsonNode;

/** What an HTTP API gets back from a function (payload format 2.0). */
public final class HttpAnswer {

    private HttpAnswer() {}

    /** JSON with that status; never cached. */
    public static JsonNode json(int status, JsonNode body) {
        var answer = Json.object().put("statusCode", status);
        answer.putObject("headers")
                .put("content-type", "application/json")
                .put("cache-control", "no-store")
                .put("x-content-type-options", "nosniff");
        return answer.put("body", Json.write(body));
    }

    /** {@code {"message": …}}: what is wrong and how to mend it. */
    public static JsonNode problem(int status, String message) {
        return json(status, Json.object().put("message", message));
    }
}
