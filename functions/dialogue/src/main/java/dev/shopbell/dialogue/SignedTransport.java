package dev.shopbell.dialogue;

import dev.shopbell.channels.Transport;
import dev.shopbell.platform.RequestSigner;
import java.net.URI;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;

/** Posts to AWS itself, signed with the function's own credentials. Nothing of it is built before the first request. */
final class SignedTransport implements Transport {

    private final Transport transport;
    private final Supplier<RequestSigner> signer;
    private volatile @Nullable RequestSigner built;

    SignedTransport(Transport transport, Supplier<RequestSigner> signer) {
        this.transport = transport;
        this.signer = signer;
    }

    @Override
    public Result post(URI url, Map<String, String> headers, byte[] body) {
        Map<String, String> signed;
        try {
            signed = signer().sign(url, headers, body);
        } catch (SdkException noCredentials) {
            return new Result.NotReached(
                    "no credentials to sign with: " + noCredentials.getClass().getSimpleName());
        }
        return transport.post(url, signed, body);
    }

    private RequestSigner signer() {
        var known = built;
        if (known == null) {
            known = signer.get();
            built = known;
        }
        return known;
    }
}
