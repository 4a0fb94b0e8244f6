package dev.shopbell.channels;

import dev.shopbell.channels.Download.Answer;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Fetches a file over its platform's redirects. Each address is asked for only if the channel trusts it, and what proves who
 * we are goes with the first request alone: where a platform sends us on, the new address is the proof.
 *
 * @param trusted the platform's own addresses
 * @param mostBytes the platform's limit for such a file
 * @param keptFor how long the platform keeps it, to tell whom asks too late
 */
public record MediaFetch(Download download, Predicate<URI> trusted, int mostBytes, String keptFor) {

    private static final int MOST_REDIRECTS = 3;

    public MediaFetch {
        mostBytes = Math.min(mostBytes, Media.MOST_BYTES);
    }

    /** @param credentials headers of the first request */
    public Media from(String address, Map<String, String> credentials) {
        var next = MediaAddress.of(address);
        var headers = credentials;
        for (var step = 0; step <= MOST_REDIRECTS; step++) {
            if (next.filter(trusted).isEmpty()) {
                return new Media.Refused("The file's address is not the platform's own"
                        + next.map(url -> " (" + url.getHost() + ")").orElse("") + ". It was not asked for.");
            }
            var here = next.get();
            var answer = download.get(here, headers, mostBytes);
            if (!(answer instanceof Answer.Elsewhere(var url))) {
                return outcome(answer);
            }
            next = Optional.of(here.resolve(url));
            headers = Map.of();
        }
        return new Media.Refused("The platform sends us from one address to the next without end.");
    }

    private Media outcome(Answer answer) {
        return switch (answer) {
            case Answer.File(var bytes, var type) -> new Media.Found(bytes, type);
            case Answer.Passed ignored -> new Media.Passed();
            case Answer.TooLarge ignored -> new Media.TooLarge(mostBytes);
            case Answer.NoAnswer(var reason) -> new Media.NotNow(reason);
            case Answer.Denied(var status, var ignored) -> denied(status);
            case Answer.Elsewhere ignored -> throw new IllegalStateException("Redirects are followed before");
        };
    }

    /** What a status means where the answer's body says nothing more. */
    public Media denied(int status) {
        if (status == 401) {
            return new Media.Refused(
                    "The platform does not take our credentials (401). Check its token in the settings.");
        }
        return status == 429 || status >= 500
                ? new Media.NotNow("The platform answers " + status)
                : new Media.Gone("The platform has the file no longer: " + keptFor);
    }
}
