package dev.shopbell.local.template;

import java.net.URI;

/**
 * Where things that have an address on AWS are found on this machine.
 *
 * <p>A template builds such addresses by itself, from an API's id ({@code https://${HttpApi}.execute-api.…}). So they are
 * recognised after everything else is resolved, and replaced:
 * <ul>
 *   <li>{@code https://<HTTP API>.execute-api.<region>.<suffix>} by the local server;
 *   <li>{@code wss://<WebSocket API>.execute-api.<region>.<suffix>/<stage>} by its {@code LocalPath} there;
 *   <li>{@code https://<WebSocket API>.execute-api.<region>.<suffix>/<stage>} by its management API,
 *       {@code /_connections/<api>/<stage>};
 *   <li>{@code https://cognito-idp.<region>.amazonaws.com/<pool>} by the OpenID provider, {@code /_identity/<pool>}.
 * </ul>
 *
 * @param server the local server, without a last slash
 * @param sqs the queues' endpoint, without a last slash
 */
public record LocalAddresses(URI server, URI sqs) {
    /** The account that everything local belongs to. */
    public static final String ACCOUNT = "000000000000";
    /** The region that everything local is in. */
    public static final String REGION = "us-east-1";
    /** The stack's name, which begins the names of its parts. */
    public static final String STACK = "shopbell";

    private static final String EXECUTE_API = ".execute-api." + REGION + ".amazonaws.com";

    /** The text with the HTTP API's address replaced. */
    String ofHttpApi(String api, String text) {
        return text.replace("https://" + api + EXECUTE_API, server.toString());
    }

    /** The text with the WebSocket API's two addresses replaced. */
    String ofSocketApi(String api, String stage, String localPath, String text) {
        String host = api + EXECUTE_API + "/" + stage;
        return text.replace("wss://" + host, "ws://" + server.getAuthority() + localPath)
                .replace("https://" + host, server + "/_connections/" + api + "/" + stage);
    }

    /** The text with the user pools' issuers replaced. */
    String ofPools(String text) {
        return text.replace("https://cognito-idp." + REGION + ".amazonaws.com/", server + "/_identity/");
    }

    /** The ARN of something in this account. */
    public static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION + ":" + ACCOUNT + ":" + resource;
    }

    /** A queue's URL, as the functions see it. */
    public String queueUrl(String name) {
        return sqs + "/" + ACCOUNT + "/" + name;
    }
}
