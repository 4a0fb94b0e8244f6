package dev.shopbell.webhook;

import dev.shopbell.channels.Fetch;
import dev.shopbell.platform.RetryableFailure;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads from SNS over TLS, which vouches for what is read. On the laptop SNS is played on the loopback, and {@code SNS_API_URL}
 * names where; the addresses in messages are SNS' own there, too, and pass the same rules. Any other value of the setting is
 * not followed: whoever could change it on AWS would find nothing on a function's own loopback to sign with.
 */
final class FetchFromSns implements Fetch {

    private static final int CONNECT_MILLIS = 2000;
    private static final int READ_MILLIS = 3000;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

    private final Function<String, Optional<String>> settings;

    FetchFromSns(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /** @throws RetryableFailure if no answer came, or one that says "not now" */
    @Override
    public Optional<byte[]> get(URI url, int mostBytes) {
        try {
            var connection = (HttpURLConnection)
                    place(url, settings.apply("SNS_API_URL")).toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            try {
                return document(connection, mostBytes);
            } finally {
                connection.disconnect();
            }
        } catch (IOException noAnswer) {
            throw notNow("SNS does not answer", noAnswer);
        }
    }

    private static Optional<byte[]> document(HttpURLConnection connection, int mostBytes) throws IOException {
        var status = connection.getResponseCode();
        if (status == 429 || status >= 500) {
            throw notNow("SNS answers " + status, null);
        }
        if (status != 200) {
            return Optional.empty();
        }
        try (var in = connection.getInputStream()) {
            var bytes = in.readNBytes(mostBytes + 1);
            return bytes.length <= mostBytes ? Optional.of(bytes) : Optional.empty();
        }
    }

    static URI place(URI url, Optional<String> setting) {
        return setting.flatMap(FetchFromSns::onLoopback)
                .map(base -> URI.create(
                        base + url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery())))
                .orElse(url);
    }

    private static Optional<String> onLoopback(String base) {
        try {
            var host = new URI(base).getHost();
            return host != null && LOOPBACK.contains(host) ? Optional.of(base.replaceAll("/+$", "")) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    private static RetryableFailure notNow(String why, @Nullable Throwable cause) {
        return new RetryableFailure(why, Duration.ZERO, cause);
    }
}
