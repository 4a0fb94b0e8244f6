package dev.shopbell.platform;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;

/**
 * Signs single calls of an AWS service, with the SDK's own signer but without its client for that service, which weighs
 * megabytes in each package for one operation (decision 0006).
 */
public final class RequestSigner {

    private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
    private final String service;
    private final String region;
    private final AwsCredentialsProvider credentials;

    /** @param service its name in signatures, such as {@code ssm} */
    public RequestSigner(String service, String region, AwsCredentialsProvider credentials) {
        this.service = service;
        this.region = region;
        this.credentials = credentials;
    }

    /** Signs as the function itself, in its own region. */
    public static RequestSigner fromEnvironment(String service) {
        return new RequestSigner(
                service,
                region(System.getenv("AWS_REGION")),
                DefaultCredentialsProvider.builder().build());
    }

    private static String region(@Nullable String region) {
        return region == null || region.isEmpty() ? "us-east-1" : region;
    }

    /**
     * The headers to post this body with: those given, and the signature's.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if there are no credentials
     */
    public Map<String, String> sign(URI url, Map<String, String> headers, byte[] body) {
        var request = SdkHttpRequest.builder().method(SdkHttpMethod.POST).uri(url);
        headers.forEach(request::putHeader);
        var signed = signer.sign(r -> r.identity(credentials.resolveCredentials())
                .request(request.build())
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        var all = new LinkedHashMap<String, String>();
        signed.request().forEachHeader((name, values) -> all.put(name, values.getFirst()));
        return all;
    }
}
