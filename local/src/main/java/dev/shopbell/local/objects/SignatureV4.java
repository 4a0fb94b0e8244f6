package dev.shopbell.local.objects;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks AWS' signatures, version 4, in the header Authorization and in the query of an address.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-authenticating-requests.html">S3 API reference,
 *     "Authenticating requests"</a>
 */
final class SignatureV4 {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String UNSIGNED = "UNSIGNED-PAYLOAD";
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(15);
    private static final long LONGEST_SECONDS = 7 * 24 * 3600L;

    private final String accessKey;
    private final String secretKey;

    SignatureV4(String accessKey, String secretKey) {
        this.accessKey = accessKey;
        this.secretKey = secretKey;
    }

    /**
     * A request, as it came.
     *
     * @param path still encoded
     * @param query still encoded
     * @param headers by their names in lower case
     * @param bodySha256 in hex
     */
    record Request(String method, String path, String query, Map<String, String> headers, String bodySha256) {

        Map<String, String> parameters() {
            Map<String, String> all = new TreeMap<>();
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (!pair.isEmpty()) {
                    all.put(
                            equals < 0 ? pair : pair.substring(0, equals),
                            equals < 0 ? "" : pair.substring(equals + 1));
                }
            }
            return all;
        }
    }

    /** What a signature claims: whose it is, over which headers, from when on and how long. */
    private record Claim(
            String credential,
            List<String> signedHeaders,
            String signature,
            String stamp,
            Duration life,
            String payload) {}

    /** S3's own word for why a request is refused; empty if it is signed as it should be. */
    Optional<String> refusal(Request request, Instant now) {
        Optional<Claim> found =
                request.parameters().containsKey("X-Amz-Signature") ? inQuery(request) : inHeader(request);
        if (found.isEmpty()) {
            return Optional.of("AccessDenied");
        }
        Claim claim = found.get();
        Instant from;
        try {
            from = Instant.from(STAMP.parse(claim.stamp()));
        } catch (DateTimeParseException none) {
            return Optional.of("AccessDenied");
        }
        if (now.isBefore(from.minus(CLOCKS_DIFFER)) || now.isAfter(from.plus(claim.life()))) {
            return Optional.of("AccessDenied"); // "Request has expired"
        }
        if (!claim.credential().startsWith(accessKey + "/")) {
            return Optional.of("InvalidAccessKeyId");
        }
        if (!claim.payload().equals(UNSIGNED) && !claim.payload().equals(request.bodySha256())) {
            return Optional.of("XAmzContentSHA256Mismatch");
        }
        byte[] expected = signature(request, claim).getBytes(UTF_8);
        return claim.signedHeaders().contains("host")
                        && MessageDigest.isEqual(expected, claim.signature().getBytes(UTF_8))
                ? Optional.empty()
                : Optional.of("SignatureDoesNotMatch");
    }

    private static Optional<Claim> inQuery(Request request) {
        Map<String, String> given = request.parameters();
        String expires = given.getOrDefault("X-Amz-Expires", "");
        if (!ALGORITHM.equals(given.get("X-Amz-Algorithm"))
                || !expires.matches("[0-9]{1,6}")
                || Long.parseLong(expires) > LONGEST_SECONDS) {
            return Optional.empty();
        }
        return Optional.of(new Claim(
                given.getOrDefault("X-Amz-Credential", "").replace("%2F", "/"),
                List.of(given.getOrDefault("X-Amz-SignedHeaders", "").split("%3B|;")),
                given.getOrDefault("X-Amz-Signature", ""),
                given.getOrDefault("X-Amz-Date", ""),
                Duration.ofSeconds(Long.parseLong(expires)),
                UNSIGNED));
    }

    private static Optional<Claim> inHeader(Request request) {
        String header = request.headers().getOrDefault("authorization", "");
        if (!header.startsWith(ALGORITHM + " ")) {
            return Optional.empty();
        }
        Map<String, String> parts = Stream.of(
                        header.substring(ALGORITHM.length()).split(","))
                .map(part -> part.strip().split("=", 2))
                .filter(part -> part.length == 2)
                .collect(Collectors.toMap(part -> part[0], part -> part[1], (first, second) -> first));
        return Optional.of(new Claim(
                parts.getOrDefault("Credential", ""),
                List.of(parts.getOrDefault("SignedHeaders", "").split(";")),
                parts.getOrDefault("Signature", ""),
                request.headers().getOrDefault("x-amz-date", ""),
                CLOCKS_DIFFER,
                request.headers().getOrDefault("x-amz-content-sha256", "")));
    }

    private String signature(Request request, Claim claim) {
        String query = request.parameters().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("X-Amz-Signature"))
                .map(parameter -> parameter.getKey() + "=" + parameter.getValue())
                .collect(Collectors.joining("&"));
        String headers = claim.signedHeaders().stream()
                .map(name ->
                        name + ":" + request.headers().getOrDefault(name, "").strip() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join(
                "\n",
                request.method(),
                request.path(),
                query,
                headers,
                String.join(";", claim.signedHeaders()),
                claim.payload());
        String scope = claim.credential().substring(claim.credential().indexOf('/') + 1);
        String toSign =
                String.join("\n", ALGORITHM, claim.stamp(), scope, ObjectStore.sha256(canonical.getBytes(UTF_8)));
        byte[] key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (String part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, toSign));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every JDK has HmacSHA256", impossible);
        }
    }
}
