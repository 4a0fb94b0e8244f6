package dev.shopbell.channels;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;

/**
 * The JDK's oldest HTTP client: it is the quickest to start, and connections are kept alive across sends.
 *
 * <p>Bodies are streamed with a fixed length. That is not for their size: without it this client silently repeats a POST
 * whose connection broke, and a customer would read us twice.
 */
public final class UrlConnectionTransport implements Transport {

    private static final int ANSWER_LIMIT_BYTES = 64 * 1024;

    private final int connectMillis;
    private final int readMillis;

    /** Waits 2 s for a connection and 8 s for an answer. */
    public UrlConnectionTransport() {
        this(Duration.ofSeconds(2), Duration.ofSeconds(8));
    }

    public UrlConnectionTransport(Duration connect, Duration read) {
        this.connectMillis = (int) connect.toMillis();
        this.readMillis = (int) read.toMillis();
    }

    @Override
    public Result post(URI url, Map<String, String> headers, byte[] body) {
        HttpURLConnection connection;
        try {
            connection = open(url, headers, body.length);
        } catch (IOException | IllegalArgumentException | ClassCastException unusable) {
            return new Result.NotReached("not a usable address: " + url);
        }
        try {
            connection.connect();
        } catch (ConnectException
                | UnknownHostException
                | NoRouteToHostException
                | SocketTimeoutException
                | SSLHandshakeException unreachable) {
            return new Result.NotReached(unreachable.getClass().getSimpleName() + " at " + url.getHost());
        } catch (IOException broken) {
            return new Result.NotReached(broken.getClass().getSimpleName() + " at " + url.getHost());
        }
        try {
            try (var out = connection.getOutputStream()) {
                out.write(body);
            }
            return answer(connection);
        } catch (IOException broken) {
            connection.disconnect();
            return new Result.NoAnswer(broken.getClass().getSimpleName() + " at " + url.getHost());
        }
    }

    private HttpURLConnection open(URI url, Map<String, String> headers, int length) throws IOException {
        var connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setRequestMethod("POST");
        connection.setConnectTimeout(connectMillis);
        connection.setReadTimeout(readMillis);
        connection.setInstanceFollowRedirects(false);
        connection.setUseCaches(false);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(length);
        headers.forEach(connection::setRequestProperty);
        return connection;
    }

    private static Result answer(HttpURLConnection connection) throws IOException {
        var status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("not HTTP");
        }
        var retryAfter = Optional.ofNullable(connection.getHeaderField("Retry-After"));
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Result.Answered(status, retryAfter, in == null ? "" : text(in));
        } catch (IOException cutShort) {
            // The status is known, and that is what counts; only the details are lost.
            return new Result.Answered(status, retryAfter, "");
        }
    }

    /** Reads to the end, so that the connection can be kept, and keeps what can matter. */
    private static String text(InputStream in) throws IOException {
        var kept = in.readNBytes(ANSWER_LIMIT_BYTES);
        in.skipNBytes(Math.min(in.available(), ANSWER_LIMIT_BYTES));
        return new String(kept, StandardCharsets.UTF_8);
    }
}
