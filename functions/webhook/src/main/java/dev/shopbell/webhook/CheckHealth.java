package dev.shopbell.webhook;

import dev.shopbell.platform.Json;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.TreeMap;

/** Asks every part that the edge needs for an answer, so that "healthy" means that a message would be kept. */
final class CheckHealth {

    private static final Logger LOG = System.getLogger(CheckHealth.class.getName());

    private final Map<String, Runnable> parts;

    /** @param parts by name; each throws if its part does not answer */
    CheckHealth(Map<String, Runnable> parts) {
        this.parts = new TreeMap<>(parts);
    }

    /** 200 if every part answers, 503 otherwise, naming each. */
    HttpAnswer check() {
        var answer = Json.object();
        var states = answer.putObject("parts");
        var healthy = true;
        for (var part : parts.entrySet()) {
            var answers = answers(part.getKey(), part.getValue());
            states.put(part.getKey(), answers ? "ok" : "does not answer");
            healthy &= answers;
        }
        return HttpAnswer.json(healthy ? 200 : 503, answer.put("status", healthy ? "ok" : "ill"));
    }

    private static boolean answers(String name, Runnable part) {
        try {
            part.run();
            return true;
        } catch (RuntimeException silent) {
            LOG.log(Level.WARNING, "Health: {0} does not answer: {1}", name, silent.toString());
            return false;
        }
    }
}
