package dev.shopbell.local.identity;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.shopbell.local.template.Stack;
import dev.shopbell.local.wire.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Issues and checks the tokens of people who sign in. Source: Cognito developer guide, "Understanding the identity (ID)
 * token"; API Gateway developer guide, "Control access to HTTP APIs with JWT authorizers".
 */
public final class Tokens {
    private static final Duration LIFETIME = Duration.ofHours(12);

    private @Nullable RSAKey key;
    private final InstantSource clock;

    private Tokens(@Nullable RSAKey key, InstantSource clock) {
        this.key = key;
        this.clock = clock;
    }

    /**
     * Signs with a key that was kept in a file the last time, or is made: now if it is to be kept, else at the first need,
     * since that takes seconds where only the quick compiler is.
     *
     * @param file where the key is kept; empty to forget it at the end
     */
    public static Tokens open(Optional<Path> file, InstantSource clock) throws IOException {
        if (file.isEmpty()) {
            return new Tokens(null, clock);
        }
        try {
            if (Files.exists(file.get())) {
                return new Tokens(RSAKey.parse(Files.readString(file.get())), clock);
            }
        } catch (ParseException broken) {
            throw new IOException("The key of the local sign-in is broken: " + broken.getMessage(), broken);
        }
        var made = new Tokens(null, clock);
        Files.writeString(file.get(), made.key().toJSONString());
        return made;
    }

    private synchronized RSAKey key() {
        var made = key;
        if (made == null) {
            try {
                made = new RSAKeyGenerator(2048)
                        .keyUse(KeyUse.SIGNATURE)
                        .algorithm(JWSAlgorithm.RS256)
                        .keyID(UUID.randomUUID().toString())
                        .generate();
            } catch (JOSEException e) {
                throw new IllegalStateException("This JDK lacks RSA", e);
            }
            key = made;
        }
        return made;
    }

    /** An ID token for a person, 12 hours long. */
    public String issue(String issuer, String client, String email) {
        Instant now = clock.instant();
        var claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(client)
                .subject(UUID.nameUUIDFromBytes(email.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .toString())
                .claim("email", email)
                .claim("email_verified", true)
                .claim("cognito:username", email)
                .claim("token_use", "id")
                .claim("auth_time", now.getEpochSecond())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFETIME)))
                .jwtID(UUID.randomUUID().toString())
                .build();
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256)
                        .keyID(key().getKeyID())
                        .build(),
                claims);
        try {
            token.sign(new RSASSASigner(key()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException(impossible);
        }
        return token.serialize();
    }

    /**
     * The claims of a token, if the authorizer takes it: signed here, for this issuer and audience, and not expired.
     *
     * @param authorization the header, with or without {@code Bearer}
     */
    public Optional<JsonNode> claims(String authorization, Stack.JwtAuthorizer authorizer) {
        try {
            SignedJWT token = SignedJWT.parse(authorization.replaceFirst("(?i)^Bearer +", ""));
            if (!JWSAlgorithm.RS256.equals(token.getHeader().getAlgorithm())
                    || !token.verify(new RSASSAVerifier(key()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            Instant now = clock.instant();
            boolean good = authorizer.issuer().equals(claims.getIssuer())
                    && isFor(authorizer.audience(), claims)
                    && claims.getExpirationTime() != null
                    && claims.getExpirationTime().toInstant().isAfter(now)
                    && (claims.getNotBeforeTime() == null
                            || !claims.getNotBeforeTime().toInstant().isAfter(now));
            return good ? Optional.of(Json.parse(claims.toString())) : Optional.empty();
        } catch (ParseException | JOSEException notOurs) {
            return Optional.empty();
        }
    }

    private static boolean isFor(List<String> audience, JWTClaimsSet claims) {
        return claims.getAudience().stream().anyMatch(audience::contains)
                || audience.contains(String.valueOf(claims.getClaim("client_id")));
    }

    /** The public keys, as a JWK set. */
    public String publicKeys() {
        return new JWKSet(key().toPublicJWK()).toString();
    }
}
