package dev.shopbell.channels.awssms;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * In whose name a certificate signs. SNS' certificates are not named after the host they lie on: most regions share one for
 * {@code sns.amazonaws.com}, newer ones have {@code sns-signing.REGION.amazonaws.com}, those of China and of the government
 * {@code sns-REGION.…}.
 *
 * <p>Source: SnsHostProvider in the SDK's sns-message-manager, "signingCertCommonName".
 */
final class SigningName {

    private static final Pattern COMMON_NAME = Pattern.compile("(?:^|,)CN=([^,+]{1,100})(?:,|$)");
    private static final int DNS_NAME = 2;

    private SigningName() {}

    /** @param host {@code sns.REGION.amazonaws.com} or {@code sns.REGION.amazonaws.com.cn} */
    static boolean isOf(X509Certificate certificate, String host) {
        var suffix = host.substring(host.indexOf(".amazonaws.com") + 1);
        var region = host.substring("sns.".length(), host.indexOf(".amazonaws.com"));
        // Both regions of the government sign with the certificate of the first.
        var signer = region.startsWith("us-gov-") ? "us-gov-west-1" : region;
        var allowed = Set.of(
                "sns." + suffix,
                "sns." + region + "." + suffix,
                "sns-signing." + region + "." + suffix,
                "sns-" + signer + "." + suffix);
        return names(certificate).stream().anyMatch(allowed::contains);
    }

    /** The alternative names, or where there are none, the subject's common name. */
    private static List<String> names(X509Certificate certificate) {
        var names = new ArrayList<String>();
        try {
            var alternatives = certificate.getSubjectAlternativeNames();
            if (alternatives != null) {
                for (var name : alternatives) {
                    if (Integer.valueOf(DNS_NAME).equals(name.getFirst())) {
                        names.add(String.valueOf(name.get(1)));
                    }
                }
            }
        } catch (CertificateParsingException unreadable) {
            return List.of();
        }
        var commonName =
                COMMON_NAME.matcher(certificate.getSubjectX500Principal().getName());
        if (names.isEmpty() && commonName.find()) {
            names.add(commonName.group(1));
        }
        return names;
    }
}
