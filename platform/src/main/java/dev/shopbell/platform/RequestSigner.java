package dev.shopbell.platform;

import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner.AuthLocation;
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
        return new RequestSigner(service, AwsClients.region(), AwsClients.credentials());
    }

    /**
     * The headers to post this body with: those given, and the signature's.
     *
     * @throws software.amazon.awssdk.core.exception.SdkException if there are no credentials
     */
    public Map<String, String> sign(URI url, Map<String, String> headers, byte[] body) {
        return sign(SdkHttpMethod.POST, url, headers, body);
    }

    /** The same for another method. */
    Map<String, String> sign(SdkHttpMethod method, URI url, Map<String, String> headers, byte[] body) {
        var signed = signer.sign(r -> r.identity(credentials.resolveCredentials())
                .request(request(method, url, headers))
                .payload(ContentStreamProvider.fromByteArray(body))
                .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !isS3())
                .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !isS3())
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                .putProperty(AwsV4HttpSigner.REGION_NAME, region));
        var all = new LinkedHashMap<String, String>();
        signed.request().forEachHeader((name, values) -> all.put(name, values.getFirst()));
        return all;
    }

    /**
     * An address with the signature in it: whoever has it may make this one request, with these very headers and any body, until
     * its time is over or the credentials that signed it are.
     *
     * @param life at most seven days
     * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-query-string-auth.html">S3 API reference,
     *     "Authenticating requests: using query parameters"</a>
     */
    URI presign(SdkHttpMethod method, URI url, Map<String, String> headers, Duration life) {
        return signer.sign(r -> r.identity(credentials.resolveCredentials())
                        .request(request(method, url, headers))
                        .putProperty(AwsV4HttpSigner.AUTH_LOCATION, AuthLocation.QUERY_STRING)
                        .putProperty(AwsV4HttpSigner.EXPIRATION_DURATION, life)
                        .putProperty(AwsV4HttpSigner.PAYLOAD_SIGNING_ENABLED, false)
                        .putProperty(AwsV4HttpSigner.DOUBLE_URL_ENCODE, !isS3())
                        .putProperty(AwsV4HttpSigner.NORMALIZE_PATH, !isS3())
                        .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, service)
                        .putProperty(AwsV4HttpSigner.REGION_NAME, region))
                .request()
                .getUri();
    }

    /** S3 signs a path as it is written, the others sign it tidied and encoded once more. */
    private boolean isS3() {
        return service.equals("s3");
    }

    private static SdkHttpRequest request(SdkHttpMethod method, URI url, Map<String, String> headers) {
        var request = SdkHttpRequest.builder().method(method).uri(url);
        headers.forEach(request::putHeader);
        return request.build();
    }
}
