package dev.shopbell.local.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;

@DisplayNameGeneration(ReplaceUnderscores.class)
class RoutesTest {
    private final Routes routes = new Routes(List.of(
            route("ANY", "/desk/api/{proxy+}"),
            route("GET", "/{page}"),
            route("GET", "/health"),
            route("GET", "/"),
            route("GET", "/desk/api/{id}"),
            route("ANY", "/health")));

    @Test
    void prefer_the_word_to_the_variable_and_the_method_to_any() {
        assertThat(key("GET", "/health")).contains("GET /health");
        assertThat(key("POST", "/health")).contains("ANY /health");
        assertThat(key("GET", "/widget.js")).contains("GET /{page}");
    }

    @Test
    void prefer_one_segment_to_all_that_follow() {
        assertThat(key("GET", "/desk/api/7")).contains("GET /desk/api/{id}");
        assertThat(key("GET", "/desk/api/7/replies")).contains("ANY /desk/api/{proxy+}");
    }

    @Test
    void give_the_variables_decoded() {
        assertThat(routes.match("POST", "/desk/api/tickets/a%20b/replies")
                        .orElseThrow()
                        .pathParameters())
                .containsEntry("proxy", "tickets/a b/replies");
    }

    @Test
    void know_the_root_and_nothing_else() {
        assertThat(key("GET", "/")).contains("GET /");
        assertThat(key("GET", "/a/b")).isEmpty();
        assertThat(key("DELETE", "/")).isEmpty();
        assertThat(key("POST", "/desk/api")).isEmpty();
    }

    private Optional<String> key(String method, String path) {
        return routes.match(method, path).map(match -> match.route().key());
    }

    private static Routes.Route route(String method, String path) {
        return new Routes.Route(method, path, "Function", Optional.empty());
    }
}
