package dev.shopbell.local.parameters;

import dev.shopbell.local.template.LocalAddresses;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The settings that hold here: the env file's over the local defaults. */
public final class Settings {
    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    /**
     * Settings of a server.
     *
     * @param env what the env file says
     * @param data where a secret that was made up is kept; empty to forget it
     */
    public static Settings of(URI server, Map<String, String> env, Optional<Path> data) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("GRAPH_API_URL", server + "/_providers/graph");
        values.put("TWILIO_API_URL", server + "/_providers/twilio");
        values.put("AWS_SMS_API_URL", server + "/_providers/aws-sms");
        values.put("AWS_SMS_CONFIGURATION_SET", "shopbell");
        values.put("SNS_API_URL", server + "/_providers/sns");
        values.put("SNS_TOPIC_ARNS", LocalAddresses.arn("sns", LocalAddresses.STACK + "-sms"));
        values.put("PUBLIC_BASE_URL", server.toString());
        values.put("COUNT_EVERY_SECONDS", "2");
        // Tests and benchmarks talk faster than people. Set them in the --env file to see the limits at work.
        values.put("VISITOR_MESSAGES_PER_MINUTE", "0");
        values.put("ADDRESS_REQUESTS_PER_MINUTE", "0");
        values.put("META_APP_SECRET", "dev-meta-app-secret");
        values.put("META_VERIFY_TOKEN", "dev-verify-token");
        values.put("MESSENGER_PAGE_TOKEN", "dev-page-token");
        values.put("WHATSAPP_TOKEN", "dev-whatsapp-token");
        values.put("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000");
        values.put("TWILIO_AUTH_TOKEN", "dev-twilio-token");
        values.put("TELEGRAM_API_URL", server + "/_providers/telegram");
        values.put("TELEGRAM_BOT_TOKEN", "110201543:dev-telegram-token");
        values.put("TELEGRAM_WEBHOOK_SECRET", "dev-telegram-secret");
        values.put("WEB_TOKEN_SECRET", webTokenSecret(data));
        values.putAll(env);
        return new Settings(values);
    }

    /** All of them, by name. */
    public Map<String, String> all() {
        return new TreeMap<>(values);
    }

    /**
     * The value of one.
     *
     * @throws IllegalArgumentException when there is none of that name
     */
    public String get(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("There is no setting " + name + ". Set it in the --env file.");
        }
        return value;
    }

    private static String webTokenSecret(Optional<Path> data) throws IOException {
        Optional<Path> file = data.map(directory -> directory.resolve("web-token-secret"));
        if (file.isPresent() && Files.exists(file.get())) {
            return Files.readString(file.get()).strip();
        }
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String secret = HexFormat.of().formatHex(random);
        if (file.isPresent()) {
            Files.writeString(file.get(), secret);
        }
        return secret;
    }
}
