package dev.shopbell.nlu;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.shopbell.conversation.Understanding;
import dev.shopbell.conversation.Utterance;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;

/** The function's wire format. Token by token: a mapper would cost more than the understanding. */
public final class NluJson {
    private static final JsonFactory FACTORY = JsonFactory.builder().build();

    private NluJson() {}

    /** What the function is asked. */
    sealed interface Request {
        /** {@code {"wake":true}}: to be there. */
        record Wake() implements Request {}

        /** {@code {"rehearse":true}}: to run all that a first request will need, before it answers. */
        record Rehearse() implements Request {}

        record Understand(Utterance utterance) implements Request {}
    }

    /**
     * Reads a request: {@code {"text","locale","expectedSlot","activeFlow","recentIntents":[],"timeZone","passage"}}, all but
     * the text optional.
     * Unknown fields are skipped, so that callers may be newer.
     *
     * @throws IOException if it is not JSON, or is none of the requests
     */
    static Request read(InputStream in) throws IOException {
        var text = new Holder();
        var locale = new Holder();
        var slot = new Holder();
        var flow = new Holder();
        var zone = new Holder();
        var passage = new Holder();
        var recent = new ArrayList<String>();
        var wake = false;
        var rehearse = false;
        try (var parser = FACTORY.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("A request is a JSON object with a \"text\".");
            }
            for (var name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
                parser.nextToken();
                switch (name) {
                    case "text" -> text.take(parser);
                    case "locale" -> locale.take(parser);
                    case "expectedSlot" -> slot.take(parser);
                    case "activeFlow" -> flow.take(parser);
                    case "timeZone" -> zone.take(parser);
                    case "passage" -> passage.take(parser);
                    case "recentIntents" -> readStrings(parser, recent);
                    case "wake" -> wake = parser.currentToken() == JsonToken.VALUE_TRUE;
                    case "rehearse" -> rehearse = parser.currentToken() == JsonToken.VALUE_TRUE;
                    default -> parser.skipChildren();
                }
            }
        }
        if (rehearse) {
            return new Request.Rehearse();
        }
        if (wake) {
            return new Request.Wake();
        }
        if (!text.given) {
            throw new IOException("The request has no \"text\".");
        }
        return new Request.Understand(
                new Utterance(text.value, locale.value, slot.value, flow.value, recent, zone.value, passage.value));
    }

    private static final class Holder {
        private String value = "";
        private boolean given;

        void take(JsonParser parser) throws IOException {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                value = parser.getText();
                given = true;
            } else {
                parser.skipChildren();
            }
        }
    }

    private static void readStrings(JsonParser parser, List<String> strings) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == JsonToken.VALUE_STRING) {
                strings.add(parser.getText());
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Writes an understanding, as JSON in UTF-8. */
    public static void write(Understanding understanding, OutputStream out) throws IOException {
        try (var json = FACTORY.createGenerator(out)) {
            json.writeStartObject();
            json.writeStringField("language", understanding.language());
            json.writeArrayFieldStart("intents");
            for (var intent : understanding.intents()) {
                json.writeStartObject();
                json.writeStringField("name", intent.name());
                json.writeNumberField("confidence", intent.confidence());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeBooleanField("outOfScope", understanding.outOfScope());
            json.writeArrayFieldStart("entities");
            for (var entity : understanding.entities()) {
                write(entity, json);
            }
            json.writeEndArray();
            json.writeNumberField("anger", understanding.anger());
            // Most messages are calm: what is 0 is left out.
            if (understanding.sentiment() != 0) {
                json.writeNumberField("sentiment", understanding.sentiment());
            }
            if (understanding.urgency() != 0) {
                json.writeNumberField("urgency", understanding.urgency());
            }
            if (!understanding.knowledge().isEmpty()) {
                json.writeArrayFieldStart("knowledge");
                for (var passage : understanding.knowledge()) {
                    write(passage, json);
                }
                json.writeEndArray();
            }
            json.writeEndObject();
        }
    }

    private static void write(Understanding.Entity entity, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", entity.type());
        json.writeStringField("text", entity.text());
        json.writeStringField("value", entity.value());
        json.writeNumberField("start", entity.start());
        json.writeNumberField("end", entity.end());
        if (!entity.role().isEmpty()) {
            json.writeStringField("role", entity.role());
        }
        json.writeEndObject();
    }

    private static void write(Understanding.Passage passage, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("text", passage.text());
        json.writeStringField("title", passage.title());
        json.writeStringField("source", passage.source());
        if (!passage.url().isEmpty()) {
            json.writeStringField("url", passage.url());
        }
        json.writeNumberField("score", passage.score());
        json.writeEndObject();
    }
}
