package dev.shopbell.webhook;

import dev.shopbell.channels.WebhookRequest;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The sites whose pages may talk with us. CORS only says who may read an answer: it keeps nobody from posting, and sockets do
 * not know it. So the functions look for themselves. Programs that are no browser send no origin and are let by: who they are
 * is told by the token.
 *
 * @param sites origins such as {@code https://www.example.com}, or {@code *} for any
 */
record AllowedOrigins(Set<String> sites) {

    AllowedOrigins {
        sites = Set.copyOf(sites);
    }

    /**
     * @param list with commas between; blank is any
     * @param publicBaseUrl where our own pages are, which may always talk with us; blank if that is the request's host
     */
    static AllowedOrigins of(String list, String publicBaseUrl) {
        var sites = Stream.of(list.split(","))
                .map(site -> site.strip().replaceFirst("/$", ""))
                .filter(site -> !site.isEmpty())
                .collect(Collectors.toSet());
        if (sites.isEmpty()) {
            return new AllowedOrigins(Set.of("*"));
        }
        origin(publicBaseUrl).ifPresent(sites::add);
        return new AllowedOrigins(sites);
    }

    boolean admit(WebhookRequest request) {
        var origin = request.header("Origin");
        return origin.isEmpty()
                || sites.contains("*")
                || sites.contains(origin.get())
                || request.header("Host")
                        .filter(host -> origin.get().equals("https://" + host)
                                || origin.get().equals("http://" + host))
                        .isPresent();
    }

    private static Optional<String> origin(String url) {
        var slash = url.indexOf('/', url.indexOf("://") + 3);
        return url.contains("://") ? Optional.of(slash < 0 ? url : url.substring(0, slash)) : Optional.empty();
    }
}
