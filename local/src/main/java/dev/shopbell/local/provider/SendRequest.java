package dev.shopbell.local.provider;

import java.util.List;
import java.util.Map;

/**
 * A request, as it reached the stand-ins.
 *
 * @param pathParts the path, split at the slashes
 * @param authorization the Authorization header; empty if there is none
 * @param query first value of each parameter
 */
record SendRequest(List<String> pathParts, String authorization, Map<String, String> query, String body) {

    /** The same below the first part of its path. */
    SendRequest below() {
        return new SendRequest(pathParts.subList(1, pathParts.size()), authorization, query, body);
    }
}
