package dev.shopbell.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.shopbell.conversation.ChannelName;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What no provider would send, and one day one does. The seeds are fixed: a failure comes back. */
@DisplayNameGeneration(ReplaceUnderscores.class)
class MutatedDeliveryTest {

    private static final int DELIVERIES = 10_000;

    private static final Set<String> KINDS = Set.of(
            "text image audio voice video document sticker location contacts media fallback template attachments button_reply"
                    .concat(
                            " list_reply quick_reply template_button flow_reply postback referral optin opt_out order reaction")
                    .concat(
                            " unreaction edit delete account_link account_unlink account_update preference policy call error")
                    .concat(
                            " echo group_update handover.pass handover.take handover.request handover.roles message_request")
                    .concat(" request_welcome system.number_changed system.user_id_changed system.identity_changed")
                    .concat(" template_update status.sent status.delivered status.read status.played status.failed")
                    .concat(" status.pending status.deleted status.unknown unknown_interactive unsupported")
                    .concat(" unsupported_attachment unknown")
                    .split(" "));

    private final Channels channels =
            Channels.of(Settings.all(), new RecordingTransport(), (conversation, json) -> {}, Clock.systemUTC());

    @ParameterizedTest
    @CsvSource({
        "messenger,messenger,1",
        "whatsapp,whatsapp,2",
        "twilio,sms,3",
        "messenger,whatsapp,4",
        "whatsapp,web,5",
        "aws-sms,awssms,6",
        "twilio,awssms,7",
        "messenger,telegram,8"
    })
    void is_read_without_an_exception_and_never_believed(String folder, String name, long seed) {
        var random = new Random(seed);
        var recorded = Fixture.deliveriesIn(folder);
        var channel = channels.named(new ChannelName(name)).orElseThrow();
        for (var n = 0; n < DELIVERIES; n++) {
            var body = mutate(recorded.get(random.nextInt(recorded.size())).body(), random);
            var request = new WebhookRequest("POST", "https://shop.example/x", Map.of(), Map.of(), body);
            assertThatCode(() -> check(channel, request))
                    .as("seed %d, delivery %d: %s", seed, n, new String(body, StandardCharsets.UTF_8))
                    .doesNotThrowAnyException();
        }
    }

    private static void check(Channel channel, WebhookRequest request) {
        assertThat(channel.isAuthentic(request)).isFalse();
        if (channel.read(request, Instant.EPOCH) instanceof Reading.Events(var events)) {
            events.forEach(event -> assertThat(KINDS).contains(event.kind()));
        }
    }

    private static byte[] mutate(byte[] body, Random random) {
        var tree = Fields.object(body);
        return tree.isPresent() && random.nextInt(4) > 0
                ? Transport.utf8(mutateTree(tree.get(), random).toString())
                : mutateBytes(body, random);
    }

    private static byte[] mutateBytes(byte[] body, Random random) {
        var bytes = body.clone();
        for (var changes = random.nextInt(8); changes >= 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private static JsonNode mutateTree(JsonNode tree, Random random) {
        for (var changes = random.nextInt(3); changes >= 0; changes--) {
            var containers = new ArrayList<JsonNode>();
            collect(tree, containers);
            var container = containers.get(random.nextInt(containers.size()));
            if (container instanceof ObjectNode object && !object.isEmpty()) {
                var names = List.copyOf(object.properties());
                change(object, names.get(random.nextInt(names.size())).getKey(), random);
            } else if (container instanceof ArrayNode array && !array.isEmpty()) {
                array.set(random.nextInt(array.size()), strange(random));
            }
        }
        return tree;
    }

    private static void change(ObjectNode object, String name, Random random) {
        switch (random.nextInt(3)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, strange(random));
            default -> object.set(name + "_new", object.remove(name));
        }
    }

    private static JsonNode strange(Random random) {
        var json = Fields.JSON;
        return switch (random.nextInt(9)) {
            case 0 -> json.getNodeFactory().nullNode();
            case 1 -> json.createObjectNode();
            case 2 -> json.createArrayNode().add(json.createObjectNode());
            case 3 -> json.getNodeFactory().numberNode(random.nextLong());
            case 4 -> json.getNodeFactory().numberNode(random.nextDouble() * 1e300);
            case 5 -> json.getNodeFactory().booleanNode(true);
            case 6 -> json.getNodeFactory().textNode("\u0000\uD800:#.|\n");
            case 7 -> json.getNodeFactory().textNode("99999999999999999999");
            default -> json.getNodeFactory().textNode("");
        };
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode()) {
            containers.add(node);
            node.forEach(child -> collect(child, containers));
        }
    }
}
