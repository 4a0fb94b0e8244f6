package dev.shopbell.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * The private bucket of files: three calls of S3, signed with the SDK's own signer but without its client for S3, the largest of
 * all (decisions 0006 and 0009). Keys are of letters, digits, {@code - _ .} and slashes, so that they need no encoding.
 */
public final class Bucket {

    private static final int PEEKED_BYTES = 64;
    private static final Duration LONGEST_PUT = Duration.ofMinutes(1);
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final SdkHttpClient http = AwsClients.http(PATIENCE);
    private final RequestSigner signer;
    private final URI base;

    /** @param base the bucket's address, with a last slash */
    public Bucket(RequestSigner signer, URI base) {
        this.signer = signer;
        this.base = base;
    }

    /** The bucket of that name in the function's own region, or where {@code AWS_ENDPOINT_URL_S3} or its kin says. */
    public static Bucket fromEnvironment(String name) {
        var endpoint = first(System.getenv("AWS_ENDPOINT_URL_S3"), System.getenv("AWS_ENDPOINT_URL"));
        var region = first(System.getenv("AWS_REGION"), "us-east-1");
        return new Bucket(
                RequestSigner.fromEnvironment("s3"),
                URI.create(
                        endpoint == null
                                ? "https://" + name + ".s3." + region + ".amazonaws.com/"
                                : endpoint.replaceAll("/+$", "") + "/" + name + "/"));
    }

    private static @Nullable String first(@Nullable String one, @Nullable String other) {
        return one == null || one.isEmpty() ? other : one;
    }

    /**
     * The beginning of a file, and what it was said to be.
     *
     * @param start its first 64 bytes, or fewer if it has no more
     * @param type the content type it was put with
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody, copied by nobody
    public record Glimpse(byte[] start, String type) {}

    /**
     * Looks at a file; empty if there is none. Without the right to list, S3 says 403 for what is not there, so that counts as
     * none: a right that is missing shows when the file is put.
     *
     * @throws RetryableFailure if S3 does not answer
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetObject.html">S3 API reference, "GetObject",
     *     Permissions</a>
     */
    public Optional<Glimpse> peek(String key) {
        try {
            var answer = call(SdkHttpMethod.GET, key, Map.of("Range", "bytes=0-" + (PEEKED_BYTES - 1)), new byte[0]);
            var status = answer.httpResponse().statusCode();
            try (var content = answer.responseBody().orElseThrow(() -> new IOException("an empty answer"))) {
                var start = content.readNBytes(PEEKED_BYTES);
                return switch (status) {
                    case 200, 206 ->
                        Optional.of(new Glimpse(
                                start,
                                answer.httpResponse()
                                        .firstMatchingHeader("Content-Type")
                                        .orElse("")));
                    case 416 -> Optional.of(new Glimpse(new byte[0], "")); // it is there, and empty
                    case 403, 404 -> Optional.empty();
                    default -> throw new RetryableFailure("S3 answers " + status, Duration.ZERO, null);
                };
            }
        } catch (IOException | SdkException e) {
            throw new RetryableFailure("S3 does not answer", Duration.ZERO, e);
        }
    }

    /**
     * Puts a file, over what may be there.
     *
     * @throws RetryableFailure if S3 does not take it
     */
    public void put(String key, String type, byte[] bytes) {
        try {
            var answer = call(SdkHttpMethod.PUT, key, Map.of("Content-Type", type), bytes);
            if (answer.httpResponse().statusCode() != 200) {
                throw new RetryableFailure(
                        "S3 answers " + answer.httpResponse().statusCode() + " to a file", Duration.ZERO, null);
            }
        } catch (IOException | SdkException e) {
            throw new RetryableFailure("S3 does not answer", Duration.ZERO, e);
        }
    }

    /**
     * Puts a file that is too large for memory, as it comes. S3 keeps it whole or not at all.
     *
     * @param content exactly {@code length} bytes
     * @throws RetryableFailure if the content ends too soon or S3 does not take it
     */
    public void put(String key, String type, InputStream content, long length) {
        try {
            var connection = (HttpURLConnection)
                    presignPut(key, type, length, LONGEST_PUT).toURL().openConnection();
            connection.setConnectTimeout((int) PATIENCE.toMillis());
            connection.setReadTimeout((int) PATIENCE.toMillis());
            connection.setRequestMethod("PUT");
            connection.setRequestProperty("Content-Type", type);
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(length);
            try {
                // Closing before all is written fails: half a file is never taken for a whole one.
                try (var out = connection.getOutputStream()) {
                    content.transferTo(out);
                }
                if (connection.getResponseCode() != 200) {
                    throw new RetryableFailure(
                            "S3 answers " + connection.getResponseCode() + " to a file", Duration.ZERO, null);
                }
            } finally {
                connection.disconnect();
            }
        } catch (IOException | SdkException e) {
            throw new RetryableFailure("A large file did not come through to S3", Duration.ZERO, e);
        }
    }

    /**
     * An address from which anybody can get the file for a while, without asking us.
     *
     * @param type what S3 is to say it is
     * @param disposition the header Content-Disposition that S3 is to give
     */
    public URI presignGet(String key, String type, String disposition, Duration life) {
        var url = URI.create(base + key + "?response-content-disposition=" + encode(disposition)
                + "&response-content-type=" + encode(type));
        return signer.presign(SdkHttpMethod.GET, url, Map.of(), life);
    }

    /**
     * An address to which anybody can put one file for a while. Its type and its size are signed: S3 refuses another.
     *
     * @param size in bytes
     */
    public URI presignPut(String key, String type, long size, Duration life) {
        return signer.presign(
                SdkHttpMethod.PUT,
                URI.create(base + key),
                Map.of("content-type", type, "content-length", Long.toString(size)),
                life);
    }

    private HttpExecuteResponse call(SdkHttpMethod method, String key, Map<String, String> headers, byte[] body)
            throws IOException {
        var url = URI.create(base + key);
        var request = SdkHttpRequest.builder().method(method).uri(url);
        signer.sign(method, url, headers, body).forEach(request::putHeader);
        var executable = HttpExecuteRequest.builder().request(request.build());
        if (body.length > 0) {
            request.putHeader("Content-Length", Integer.toString(body.length));
            executable.request(request.build()).contentStreamProvider(ContentStreamProvider.fromByteArray(body));
        }
        return http.prepareRequest(executable.build()).call();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
