package dev.shopbell.local.provider;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a platform answers over HTTP.
 *
 * @param status HTTP status
 * @param body a JSON document
 */
record Answer(int status, JsonNode body) {

    /** A Graph API error. Source: developers.facebook.com/docs/graph-api/guides/error-handling, "Receiving error codes". */
    static Answer graphError(int status, int code, String type, String message) {
        var body = Json.object();
        body.putObject("error")
                .put("message", "(#" + code + ") " + message)
                .put("type", type)
                .put("code", code)
                .put("fbtrace_id", "A" + Ids.letters(22));
        return new Answer(status, body);
    }

    /** A Twilio error. Source: twilio.com/docs/usage/twilios-response, "Errors and exceptions". */
    static Answer twilioError(int status, int code, String message) {
        return new Answer(
                status,
                Json.object()
                        .put("code", code)
                        .put("message", message)
                        .put("more_info", "https://www.twilio.com/docs/errors/" + code)
                        .put("status", status));
    }
}
