package dev.shopbell.local.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Optional;

/** The Graph API's door: an access token as bearer or in the query, as Meta takes both. */
final class GraphAccess {
    private GraphAccess() {}

    /** The refusal, if the request does not carry the token. */
    static Optional<Answer> refusal(SendRequest request, String token, int status) {
        var given = request.authorization().startsWith("Bearer ")
                ? request.authorization().substring("Bearer ".length())
                : request.query().getOrDefault("access_token", "");
        if (given.isEmpty()) {
            return Optional.of(Answer.graphError(
                    status, 104, "OAuthException", "An access token is required to request this resource."));
        }
        return MessageDigest.isEqual(given.getBytes(UTF_8), token.getBytes(UTF_8))
                ? Optional.empty()
                : Optional.of(Answer.graphError(
                        status, 190, "OAuthException", "Invalid OAuth access token - Cannot parse access token"));
    }

    /** What the Graph API says on a bad day. */
    static Answer failure(int status) {
        return switch (status) {
            case 429 -> Answer.graphError(429, 4, "OAuthException", "Application request limit reached");
            case 401 -> Answer.graphError(401, 190, "OAuthException", "Error validating access token");
            case 400 -> Answer.graphError(400, 100, "OAuthException", "Invalid parameter");
            default -> Answer.graphError(status, 2, "OAuthException", "Service temporarily unavailable");
        };
    }
}
