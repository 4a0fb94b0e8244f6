package dev.shopbell.local.gateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The routes of an HTTP API. Source: API Gateway developer guide, "Create routes for HTTP APIs": the most specific route
 * wins, a full match before a variable, a variable before a greedy one, a method before {@code ANY}.
 */
final class Routes {
    private final List<Route> routes;

    /**
     * A route.
     *
     * @param method upper case, or {@code ANY}
     * @param path such as {@code /desk/api/{proxy+}}
     * @param function the logical id of the function
     * @param authorizer the name of its authorizer
     */
    record Route(String method, String path, String function, Optional<String> authorizer) {
        /** {@code GET /health}; how API Gateway names it. */
        String key() {
            return method + " " + path;
        }
    }

    /** A route that matched and the values of its variables. */
    record Match(Route route, Map<String, String> pathParameters) {}

    Routes(List<Route> routes) {
        this.routes = routes.stream()
                .sorted(Comparator.comparing((Route route) -> rank(route.path()))
                        .thenComparing(route -> route.method().equals("ANY") ? 1 : 0))
                .toList();
    }

    /** One letter a segment, so that literal sorts before variable before greedy. */
    private static String rank(String path) {
        var rank = new StringBuilder();
        for (String segment : segments(path)) {
            rank.append(segment.endsWith("+}") ? 'c' : segment.startsWith("{") ? 'b' : 'a');
        }
        return rank.toString();
    }

    Optional<Match> match(String method, String rawPath) {
        List<String> asked = segments(rawPath);
        for (Route route : routes) {
            if (route.method().equals("ANY") || route.method().equals(method)) {
                Optional<Map<String, String>> values = values(segments(route.path()), asked);
                if (values.isPresent()) {
                    return Optional.of(new Match(route, values.get()));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Map<String, String>> values(List<String> pattern, List<String> asked) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < pattern.size(); i++) {
            String segment = pattern.get(i);
            if (segment.endsWith("+}")) {
                if (asked.size() <= i) {
                    return Optional.empty();
                }
                values.put(
                        segment.substring(1, segment.length() - 2),
                        decode(String.join("/", asked.subList(i, asked.size()))));
                return Optional.of(values);
            }
            if (asked.size() <= i) {
                return Optional.empty();
            }
            if (segment.startsWith("{")) {
                if (asked.get(i).isEmpty()) {
                    return Optional.empty();
                }
                values.put(segment.substring(1, segment.length() - 1), decode(asked.get(i)));
            } else if (!segment.equals(decode(asked.get(i)))) {
                return Optional.empty();
            }
        }
        return pattern.size() == asked.size() ? Optional.of(values) : Optional.empty();
    }

    static String decode(String encoded) {
        try {
            return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return encoded;
        }
    }

    private static List<String> segments(String path) {
        var segments = new ArrayList<>(List.of(path.split("/", -1)));
        segments.removeFirst();
        if (segments.size() > 1 && segments.getLast().isEmpty()) {
            segments.removeLast(); // /health/ is /health
        }
        return segments;
    }
}
