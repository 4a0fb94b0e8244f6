package dev.shopbell.channels;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where files may be fetched from. An address comes from outside, so each channel names its platform's hosts, and nothing else is
 * asked: not a private address, not another site, not our own functions' surroundings. Names alone are compared, since whoever
 * could answer for a name of the platform's, over TLS, is the platform.
 */
public final class MediaAddress {

    private MediaAddress() {}

    /** The address, if it is one of the web's without a user name in it. */
    public static Optional<URI> of(String text) {
        try {
            var url = new URI(text);
            var scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
            return url.getHost() != null
                            && url.getRawUserInfo() == null
                            && (scheme.equals("https") || scheme.equals("http"))
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }

    /** Whether the platform's host is one of these or below one of these, over TLS at its usual port. */
    public static boolean isBelow(URI url, String... domains) {
        var host = url.getHost() == null ? "" : url.getHost().toLowerCase(Locale.ROOT);
        return "https".equalsIgnoreCase(url.getScheme())
                && (url.getPort() == -1 || url.getPort() == 443)
                && Stream.of(domains).anyMatch(domain -> host.equals(domain) || host.endsWith("." + domain));
    }

    /**
     * Whether it is at the address that the owner has set for the platform's API: scheme, host and port. That is the platform's
     * own, or the one that a laptop plays it at, which is the only way to a file without TLS.
     */
    public static boolean isAt(URI url, String api) {
        return of(api).filter(set -> String.valueOf(set.getScheme()).equalsIgnoreCase(url.getScheme())
                        && String.valueOf(set.getHost()).equalsIgnoreCase(url.getHost())
                        && set.getPort() == url.getPort())
                .isPresent();
    }
}
