package dev.shopbell.analytics;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.platform.HttpAnswer;
import dev.shopbell.platform.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Tries a second engine again that was found to do worse: {@code POST /desk/api/trials/resume {"engine": "lex:…"}}. */
record ResumeTrial(Trials trials) {

    static final String PATH = "/desk/api/trials/resume";

    JsonNode handle(JsonNode event) {
        var engine = engine(event);
        if (engine.isEmpty()) {
            return HttpAnswer.problem(400, "Name the engine as the stats do: {\"engine\": \"lex:BOT/ALIAS\"}.");
        }
        return trials.resume(engine)
                ? HttpAnswer.json(200, Json.object().put("engine", engine).put("resumed", true))
                : HttpAnswer.problem(
                        409, "No trial of that engine was ended. ./bot stats shows the trials and their engines.");
    }

    private static String engine(JsonNode event) {
        var body = event.path("body").asText();
        var json = event.path("isBase64Encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8)
                : body;
        try {
            return Json.read(json).path("engine").asText();
        } catch (IOException notJson) {
            return "";
        }
    }
}
