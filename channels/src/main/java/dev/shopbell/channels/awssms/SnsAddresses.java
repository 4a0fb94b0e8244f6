package dev.shopbell.channels.awssms;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which addresses in a message are SNS' own. A message comes from anyone until it is verified, and to verify it something is
 * downloaded from where it says: so nothing may be fetched from elsewhere, not even from another host of AWS, for anyone can
 * rent one.
 *
 * <p>Source: docs.aws.amazon.com/sns/latest/dg, "Verifying the signatures of Amazon SNS messages" ("ensure that the certificate
 * is retrieved from an AWS domain"), and the region rule of the SDK's SnsMessageManager.
 */
final class SnsAddresses {

    private static final String REGION = "[a-z]{2,4}(?:-[a-z]{2,12}){1,2}-[0-9]{1,2}";
    private static final Pattern HOST = Pattern.compile("sns\\.(" + REGION + ")\\.amazonaws\\.com(?:\\.cn)?");
    private static final Pattern TOPIC =
            Pattern.compile("arn:aws[a-z-]{0,16}:sns:(" + REGION + "):[0-9]{12}:[A-Za-z0-9_-]{1,256}");
    private static final Pattern CERTIFICATE = Pattern.compile("/SimpleNotificationService-[A-Za-z0-9]{1,64}\\.pem");
    private static final int LONGEST = 2048;

    private SnsAddresses() {}

    /** The certificate's address, if it is one of SNS'. */
    static Optional<URI> certificate(String url) {
        return own(url).filter(uri -> uri.getRawQuery() == null
                && CERTIFICATE.matcher(uri.getRawPath()).matches());
    }

    /** The address that confirms a subscription, if it is SNS' and does that and nothing else. */
    static Optional<URI> subscription(String url) {
        return own(url).filter(uri -> "/".equals(uri.getRawPath())
                && uri.getRawQuery() != null
                && uri.getRawQuery().startsWith("Action=ConfirmSubscription&"));
    }

    /** Whether the address is in the topic's own region: no other signs for it. */
    static boolean isInRegionOf(String topicArn, URI url) {
        return region(topicArn)
                .map(region -> url.getHost().startsWith("sns." + region + "."))
                .orElse(false);
    }

    /** The region that an SNS topic is in; empty if it is no standard topic's ARN. */
    static Optional<String> region(String topicArn) {
        var matcher = TOPIC.matcher(topicArn);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static Optional<URI> own(String url) {
        if (url.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            var uri = new URI(url);
            // Who the authority is: nothing but the host, so no user, no port, and no room for two opinions on it.
            var isOwn = "https".equals(uri.getScheme())
                    && uri.getRawAuthority() != null
                    && HOST.matcher(uri.getRawAuthority()).matches()
                    && uri.getRawAuthority().equals(uri.getHost())
                    && uri.getRawFragment() == null;
            return isOwn ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException notAnAddress) {
            return Optional.empty();
        }
    }
}
