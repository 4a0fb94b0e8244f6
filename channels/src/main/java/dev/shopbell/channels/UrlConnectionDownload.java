package dev.shopbell.channels;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The JDK's oldest HTTP client again, for files: see {@link UrlConnectionTransport}. */
public final class UrlConnectionDownload implements Download {

    private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(2).toMillis();
    private static final int READ_MILLIS = (int) Duration.ofSeconds(5).toMillis();
    private static final int ERROR_BYTES = 8 * 1024;

    private final @Nullable Keeper keeper;

    /** Takes no file that is too large for memory. */
    public UrlConnectionDownload() {
        this(null);
    }

    private UrlConnectionDownload(@Nullable Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public Download keeping(Keeper other) {
        return new UrlConnectionDownload(other);
    }

    @Override
    public Answer get(URI url, Map<String, String> headers, int mostBytes) {
        try {
            var connection = (HttpURLConnection) url.toURL().openConnection();
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(READ_MILLIS);
            connection.setInstanceFollowRedirects(false);
            connection.setUseCaches(false);
            headers.forEach(connection::setRequestProperty);
            try {
                return answer(connection, mostBytes);
            } finally {
                connection.disconnect();
            }
        } catch (IOException | IllegalArgumentException | ClassCastException noAnswer) {
            // Without the exception's message: it may quote the address, and addresses can hold a token.
            return new Answer.NoAnswer(noAnswer.getClass().getSimpleName() + " at " + url.getHost());
        }
    }

    private Answer answer(HttpURLConnection connection, int mostBytes) throws IOException {
        var status = connection.getResponseCode();
        if (status == 200) {
            return file(connection, mostBytes);
        }
        var location = connection.getHeaderField("Location");
        if (status > 300 && status < 400 && status != 304 && location != null) {
            return elsewhere(status, location);
        }
        try (var in = status < 400 ? connection.getInputStream() : connection.getErrorStream()) {
            return new Answer.Denied(status, beginning(in));
        }
    }

    private Answer file(HttpURLConnection connection, int mostBytes) throws IOException {
        var announced = connection.getContentLengthLong();
        if (announced > mostBytes) {
            return new Answer.TooLarge();
        }
        var type = Objects.requireNonNullElse(connection.getContentType(), "");
        var mostHere = Math.min(mostBytes, Media.MOST_BYTES_IN_MEMORY);
        try (var in = connection.getInputStream()) {
            if (keeper != null && announced > mostHere) {
                keeper.keep(in, announced, type);
                return new Answer.Passed();
            }
            var bytes = in.readNBytes(mostHere + 1);
            if (bytes.length > mostHere) {
                return new Answer.TooLarge();
            }
            return announced > bytes.length
                    ? new Answer.NoAnswer(
                            "only a part came from " + connection.getURL().getHost())
                    : new Answer.File(bytes, type);
        }
    }

    private static Answer elsewhere(int status, String location) {
        try {
            return new Answer.Elsewhere(new URI(location));
        } catch (URISyntaxException notAnAddress) {
            return new Answer.Denied(status, "");
        }
    }

    private static String beginning(@Nullable InputStream in) throws IOException {
        return in == null ? "" : new String(in.readNBytes(ERROR_BYTES), StandardCharsets.UTF_8);
    }
}
