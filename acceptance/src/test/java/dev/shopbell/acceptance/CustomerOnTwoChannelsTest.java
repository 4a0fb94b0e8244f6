package dev.shopbell.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.shopbell.running.LocalShop;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** A customer who is logged in to the shop and goes on in WhatsApp. The bot tells orders to their owners only. */
@DisplayNameGeneration(ReplaceUnderscores.class)
@TestInstance(Lifecycle.PER_CLASS)
@NullUnmarked // the shop is there from before the first test to after the last
class CustomerOnTwoChannelsTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String SECRET = "0123456789abcdef0123456789abcdef";
    private static final Path BAKERY = Path.of("..", "bots", "bakery");
    private static final Pattern CODE = Pattern.compile("LINK-[0-9A-Z]{4}-[0-9A-Z]{4}");

    private OutsideProvider provider;
    private RunningShop shop;

    @BeforeAll
    void open(@TempDir Path bot) throws IOException {
        copyWithOwners(bot);
        provider = new OutsideProvider();
        shop = RunningShop.startAt(
                LocalShop.freePort(), provider, Map.of("WEB_IDENTITY_SECRET", SECRET), "--bot", bot.toString());
    }

    @AfterAll
    void close() {
        shop.close();
        provider.close();
    }

    /** Order 1042 is customer 4711's, the others are somebody else's. */
    private static void copyWithOwners(Path bot) throws IOException {
        try (var files = Files.walk(BAKERY)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var copy = bot.resolve(BAKERY.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
        var orders = bot.resolve("connectors/orders.yaml");
        Files.writeString(
                orders,
                Files.readString(orders)
                        .replace("type: file\n", "type: file\nowner: customer\n")
                        .replaceAll("(?m)^  \"(10[0-9]{2})\":$", "$0\n    customer: \"owner-of-$1\"")
                        .replace("owner-of-1042", "4711"));
    }

    @Test
    void is_known_there_by_a_code_and_to_the_agent() throws GeneralSecurityException {
        var web = "Bearer "
                + shop.post("/web/sessions", "{\"identity\":\"" + identity("4711", "Ana") + "\"}")
                        .path("token")
                        .asText();
        assertThat(said(web, "Where is order 1042?")).contains("out for delivery");
        assertThat(said(web, "Where is order 1043?")).contains("can't find order 1043");

        shop.deliver("whatsapp", "34600000042", "wamid.who-1", "Where is order 1042?");
        assertThat(toPhone(1)).contains("Log in to our shop");

        var code = CODE.matcher(said(web, "Can we go on in WhatsApp?"));
        assertThat(code.find()).isTrue();
        shop.deliver("whatsapp", "34600000042", "wamid.who-2", code.group());
        assertThat(toPhone(2)).contains("now I know it's you");
        shop.deliver("whatsapp", "34600000042", "wamid.who-3", "Where is order 1042?");
        assertThat(toPhone(3)).contains("out for delivery");

        shop.deliver("whatsapp", "34600000042", "wamid.who-4", "I want to talk to a person");
        toPhone(4);
        var customer = customerOfTicket("whatsapp");
        assertThat(customer.path("id").asText()).isEqualTo("4711");
        assertThat(customer.path("proof").asText()).isEqualTo("code");
        assertThat(customer.path("name").asText()).isEqualTo("Ana");
        assertThat(customer.path("conversations")).singleElement().satisfies(other -> assertThat(
                        other.path("conversationId").asText())
                .isEqualTo("web:shop:customer-4711"));

        said(web, "I want to talk to a person");
        var loggedIn = customerOfTicket("web");
        assertThat(loggedIn.path("proof").asText()).isEqualTo("login");
        assertThat(loggedIn.path("conversations").path(0).path("channel").asText())
                .isEqualTo("whatsapp");
        assertThat(loggedIn.path("conversations").path(0).path("ticket").asText())
                .startsWith("T-");
    }

    /** What the bot answers in the web chat: everything after the words. */
    private String said(String token, String text) {
        var before = shop.get("/web/messages", "Authorization", token)
                .path("messages")
                .size();
        shop.post("/web/messages", "{\"text\":\"" + text + "\"}", "Authorization", token);
        Await.until("an answer to " + text, SOON, () -> answers(token, before) > 0);
        var messages = shop.get("/web/messages", "Authorization", token).path("messages");
        return messages.path(messages.size() - 1).path("text").asText();
    }

    private int answers(String token, int before) {
        var messages = shop.get("/web/messages", "Authorization", token).path("messages");
        var answers = 0;
        for (var index = before; index < messages.size(); index++) {
            answers += messages.path(index).path("from").asText().equals("bot") ? 1 : 0;
        }
        return answers;
    }

    private String toPhone(int messages) {
        Await.until(
                messages + " messages on the phone",
                SOON,
                () -> provider.textsTo("34600000042").size() >= messages);
        return provider.textsTo("34600000042").get(messages - 1);
    }

    private JsonNode customerOfTicket(String channel) {
        String[] agent = {"Authorization", "Bearer " + shop.agentToken()};
        Await.until("a ticket", SOON, () -> !ticket(channel, agent).isEmpty());
        return shop.get("/desk/api/tickets/" + ticket(channel, agent), agent).path("customer");
    }

    private String ticket(String channel, String... agent) {
        for (var ticket : shop.get("/desk/api/tickets", agent).path("tickets")) {
            if (ticket.path("channel").asText().equals(channel)) {
                return ticket.path("id").asText();
            }
        }
        return "";
    }

    /** As the shop's server makes it (docs/web-chat.md). */
    private static String identity(String customer, String name) throws GeneralSecurityException {
        var claims = "{\"sub\":\"" + customer + "\",\"name\":\"" + name + "\",\"exp\":"
                + Instant.now().plusSeconds(600).getEpochSecond() + "}";
        var signed = base64("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(StandardCharsets.UTF_8)) + "."
                + base64(claims.getBytes(StandardCharsets.UTF_8));
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return signed + "." + base64(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
